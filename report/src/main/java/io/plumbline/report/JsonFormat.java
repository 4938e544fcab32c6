package io.plumbline.report;

import com.google.auto.service.AutoService;
import io.plumbline.assess.Assessment;
import io.plumbline.assess.ControlResult;
import io.plumbline.assess.UnitResult;
import io.plumbline.assess.Waiver;
import java.io.OutputStream;
import java.util.Optional;

/**
 * The contract for programs (cli.md, {@code assess --format json}): one document with {@code controls}, {@code units} and {@code gaps},
 * and beside them {@code accounts} and {@code messages}. Where controls of several frameworks are in it, {@code frameworks} lists them
 * and every control and unit carries {@code framework}, null for a rule that is in none. An absent value is null, never left out.
 */
@AutoService(Format.class)
public final class JsonFormat implements Format {
    @Override
    public String id() {
        return "json";
    }

    @Override
    public String fileName() {
        return "plumbline.json";
    }

    @Override
    public void write(ReportInput input, OutputStream out) {
        boolean several = input.severalFrameworks();
        Streams.write(out, writer -> {
            JsonOut.document(writer, json -> document(json, input, several));
            writer.append('\n');
        });
    }

    private static void document(JsonOut json, ReportInput input, boolean several) {
        Assessment assessment = input.assessment();
        json.number("schema", Assessment.SCHEMA);
        json.text("framework", assessment.frameworks().stream().findFirst());
        if (several) {
            json.texts("frameworks", assessment.frameworks());
        }
        json.text("snapshot", assessment.snapshot());
        json.moment("now", assessment.now());
        json.list(
                "controls",
                list -> assessment.controls().forEach(control -> list.row(row -> control(row, control, several))));
        json.list("units", list -> assessment.units(unit -> list.row(row -> unit(row, unit, several))));
        json.list(
                "gaps",
                list -> assessment
                        .gaps()
                        .forEach(gap -> list.row(row -> row.text("accountId", gap.accountId())
                                .text("region", gap.region())
                                .text("table", gap.table())
                                .text("action", gap.action())
                                .text("code", gap.code())
                                .texts("rules", gap.rules())
                                .text("message", gap.message()))));
        json.list(
                "accounts",
                list -> assessment
                        .accounts()
                        .forEach(account -> list.row(row -> row.text("accountId", account.id())
                                .text("accountName", account.name())
                                .text("status", account.status())
                                .flag("entered", account.entered()))));
        json.texts("messages", assessment.messages());
    }

    private static void control(JsonOut row, ControlResult control, boolean several) {
        row.text("control", control.control());
        framework(row, control.framework(), several);
        row.text("rule", control.rule())
                .text("title", control.title())
                .text("section", control.section())
                .text("category", control.category())
                .number("level", control.level())
                .flag("scored", control.scored())
                .text("severity", control.severity().word())
                .text("accountId", control.accountId())
                .text("accountName", control.accountName())
                .text("status", control.status().name())
                .number("failed", control.failed())
                .number("checked", control.checked())
                .number("excepted", control.excepted())
                .number("notApplicable", control.notApplicable())
                .number("manual", control.manual())
                .number("unknown", control.unknown())
                .number("affected", control.affected())
                .moment("updated", control.updated());
    }

    private static void unit(JsonOut row, UnitResult unit, boolean several) {
        row.text("control", unit.control());
        framework(row, unit.framework(), several);
        row.text("rule", unit.rule())
                .text("accountId", unit.accountId())
                .text("region", unit.region())
                .text("unit", unit.unit())
                .text("asset", unit.asset())
                .text("status", unit.status().name())
                .text("reason", unit.reason())
                .texts("warnings", unit.warnings())
                .json("evidence", unit.evidence());
        unit.exception()
                .ifPresentOrElse(
                        waiver -> row.object("exception", object -> exception(object, waiver)),
                        () -> row.nothing("exception"));
        row.text("inheritedFrom", unit.inheritedFrom())
                .text("findingId", unit.findingId().value());
    }

    /** An exception as every JSON format shows it. */
    static void exception(JsonOut object, Waiver waiver) {
        object.text("id", waiver.id())
                .text("reason", waiver.reason())
                .text("owner", waiver.owner())
                .text("approver", waiver.approver())
                .moment("expires", waiver.expires());
    }

    private static void framework(JsonOut row, String framework, boolean several) {
        if (several) {
            row.text("framework", Optional.of(framework).filter(id -> !id.isEmpty()));
        }
    }
}

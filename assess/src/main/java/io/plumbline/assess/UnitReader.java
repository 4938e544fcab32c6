package io.plumbline.assess;

import io.plumbline.model.FindingId;
import io.plumbline.model.Partition;
import io.plumbline.model.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads units out of a rule's verdicts. Handing over a text takes longer than making it, so a row comes as one. */
final class UnitReader {
    private static final String SEPARATOR = "\u001f";
    private static final String NOTHING = "\u001e";
    private static final String MORE =
            "case when exception is not null or inherited_from is not null or len(warnings) > 0"
                    + " or len(rests_on) > 0 then to_json({'exception': exception, 'inherited_from': inherited_from, 'warnings': warnings,"
                    + " 'rests_on': rests_on})::varchar else '' end";

    /** The text of a row, as SQL. */
    static final String ROW = "concat_ws(chr(31), account_id, region, status, " + clean("unit") + ", coalesce("
            + clean("asset") + ", chr(30)), " + clean("reason") + ", " + MORE + ", evidence)";

    private final SelectedControl selected;
    private final Partition partition;
    private final List<Waiver> waivers;

    UnitReader(SelectedControl selected, Partition partition, List<Waiver> waivers) {
        this.selected = selected;
        this.partition = partition;
        this.waivers = waivers;
    }

    private static String clean(String column) {
        return "replace(" + column + ", chr(31), ' ')";
    }

    UnitResult read(String row) {
        List<String> parts = parts(row);
        String unit = parts.get(3);
        Optional<JsonNode> more =
                Optional.of(parts.get(6)).filter(text -> !text.isEmpty()).map(JsonText::node);
        return new UnitResult(
                selected.framework(),
                selected.control().control(),
                selected.rule().id(),
                parts.get(0),
                parts.get(1),
                unit,
                Optional.of(parts.get(4)).filter(text -> !text.equals(NOTHING)),
                Status.valueOf(parts.get(2)),
                parts.get(5),
                more.map(node -> JsonText.texts(node.path("warnings"))).orElse(List.of()),
                parts.get(7),
                more.flatMap(node -> JsonText.number(node.path("exception"))).map(waivers::get),
                more.flatMap(node -> JsonText.text(node.path("inherited_from"))),
                more.map(node -> cells(node.path("rests_on"))).orElse(List.of()),
                FindingId.of(selected.rule().id(), partition, unit));
    }

    /** The first seven, and the rest as the eighth. */
    private static List<String> parts(String row) {
        List<String> parts = new ArrayList<>(8);
        int from = 0;
        while (parts.size() < 7) {
            int to = row.indexOf(SEPARATOR, from);
            parts.add(row.substring(from, to));
            from = to + 1;
        }
        parts.add(row.substring(from));
        return parts;
    }

    private static List<UnitResult.Cell> cells(JsonNode nodes) {
        List<UnitResult.Cell> cells = new ArrayList<>();
        nodes.forEach(node -> cells.add(new UnitResult.Cell(
                node.path("account_id").asString(""),
                JsonText.text(node.path("region")),
                node.path("table_name").asString(""))));
        return List.copyOf(cells);
    }
}

package io.plumbline.server;

import io.plumbline.assess.Remedy;
import io.plumbline.assess.Repair;
import io.plumbline.assess.RepairCall;
import io.plumbline.ledger.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How a finding is repaired, as the document has it. */
public record RepairJson(
        String finding,
        String rule,
        List<Call> calls,
        List<String> actions,
        Optional<JsonNode> before,
        Optional<JsonNode> after,
        Optional<String> note,
        Optional<String> byHand,
        Optional<String> snapshot,
        Optional<Instant> asOf,
        Optional<Boolean> older) {

    /**
     * A call.
     *
     * @param cli the same as one line for a shell
     */
    public record Call(String service, String operation, String region, JsonNode parameters, String cli) {
        static Call of(RepairCall call) {
            return new Call(call.service(), call.operation(), call.region(), call.parameters(), call.commandLine());
        }
    }

    static RepairJson of(Finding finding, Remedy remedy) {
        return switch (remedy) {
            case Remedy.Known known -> known(finding, known.repair(), known);
            case Remedy.ByHand byHand ->
                new RepairJson(
                        finding.id(),
                        finding.rule(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(byHand.why()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        };
    }

    private static RepairJson known(Finding finding, Repair repair, Remedy.Known known) {
        return new RepairJson(
                finding.id(),
                finding.rule(),
                repair.calls().stream().map(Call::of).toList(),
                repair.actions(),
                repair.before(),
                repair.after(),
                repair.note(),
                repair.calls().isEmpty()
                        ? Optional.of("A person must choose something first; the note says what.")
                        : Optional.empty(),
                Optional.of(known.snapshot()),
                Optional.of(known.asOf()),
                Optional.of(known.asOf().isBefore(finding.lastSeen())));
    }
}

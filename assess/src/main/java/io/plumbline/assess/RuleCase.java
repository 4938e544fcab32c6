package io.plumbline.assess;

import io.plumbline.model.Status;
import io.plumbline.snapshot.JournalEntry;
import io.plumbline.snapshot.Manifest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Rows in, verdicts out.
 *
 * @param tables rows by table, complete with the columns of the engine
 * @param unread lists that were refused
 * @param notAsked tables that nobody asked for
 * @param repairs what {@code repair.sql} must say of the units that failed; empty if the case says nothing of it
 */
record RuleCase(
        String name,
        Instant now,
        String partition,
        Map<String, Object> parameters,
        List<Manifest.Account> accounts,
        Map<String, List<Map<String, Object>>> tables,
        List<JournalEntry> unread,
        Set<String> notAsked,
        List<Waiver> waivers,
        List<Attestation> attestations,
        List<Expected> expect,
        Optional<List<ExpectedRepair>> repairs) {

    /**
     * A unit that must come out.
     *
     * @param reason text that its reason must contain
     * @param warnings texts of which each must be in one of its warnings
     * @param asset what its asset must be; an inner empty means that it must have none
     * @param exception id of the exception that must cover it
     */
    record Expected(
            String account,
            String unit,
            Status status,
            Optional<String> reason,
            Optional<List<String>> warnings,
            Optional<Optional<String>> asset,
            Optional<String> region,
            Optional<String> exception,
            Optional<String> inheritedFrom,
            List<String> evidence) {}

    /**
     * A repair that must come out.
     *
     * @param calls what it must call, all of it in this order
     * @param before what must stand there, if the case says; an inner empty means that nothing does
     * @param after the same
     * @param notes texts that its note must contain
     */
    record ExpectedRepair(
            String account,
            String unit,
            List<RepairCall> calls,
            Optional<Optional<JsonNode>> before,
            Optional<Optional<JsonNode>> after,
            List<String> notes) {}
}

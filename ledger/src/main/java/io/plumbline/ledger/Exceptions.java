package io.plumbline.ledger;

import io.plumbline.assess.Catalog;
import io.plumbline.assess.Waiver;
import io.plumbline.model.BadInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * What somebody decided to live with, for a time. One person asks and another approves: neither who asked nor the owner named may. Every
 * decision is in the audit log, and at once in the findings that it covers.
 */
public final class Exceptions {
    private final Ledger ledger;
    private final Catalog catalog;
    private final Recount recount;

    Exceptions(Ledger ledger, Catalog catalog, Recount recount) {
        this.ledger = ledger;
        this.catalog = catalog;
        this.recount = recount;
    }

    /**
     * Asks for one; it covers nothing until somebody else approves it. A proposal that names another, {@code renews}, does not change that one.
     *
     * @throws BadInput if a rule does not exist, the scope is empty or wider than who asks may see, or the end is not in the next two years
     */
    public WaiverEntry propose(WaiverProposal proposal, Actor by, Visible visible, Instant now) {
        WaiverRules.check(catalog, proposal, now);
        return ledger.write(handle -> {
            WaiverSight sight = new WaiverSight(handle, visible);
            WaiverRules.checkWithin(sight, proposal.scope());
            proposal.renews().ifPresent(id -> existing(handle, sight, id, now));
            WaiverEntry entry = new WaiverEntry(
                    Secrets.id("ex"),
                    proposal.rules().stream().distinct().toList(),
                    proposal.scope(),
                    proposal.reason().strip(),
                    proposal.owner().strip(),
                    new WaiverEntry.Deed(by.name(), now),
                    Optional.empty(),
                    Optional.empty(),
                    proposal.expires(),
                    Optional.empty(),
                    proposal.renews(),
                    WaiverState.PROPOSED,
                    0);
            WaiverRows.insert(handle, entry);
            Map<String, Object> detail = new LinkedHashMap<>(Map.of(
                    "rules",
                    entry.rules(),
                    "scope",
                    entry.scope(),
                    "reason",
                    entry.reason(),
                    "owner",
                    entry.owner(),
                    "expires",
                    entry.expires().toString()));
            entry.renews().ifPresent(id -> detail.put("renews", id));
            AuditLog.append(handle, now, by, "exception-proposed", entry.id(), detail);
            return existing(handle, sight, entry.id(), now);
        });
    }

    /**
     * Puts one in force.
     *
     * @throws BadInput if it is not open, is by who approves, or theirs, or wider than they may see
     */
    public WaiverEntry approve(String id, Optional<String> note, Actor by, Visible visible, Instant now) {
        return decide(id, "approved", note, by, visible, now);
    }

    /**
     * Says no to one; who asked for it may do that too.
     *
     * @throws BadInput if it is not open
     */
    public WaiverEntry reject(String id, Optional<String> note, Actor by, Visible visible, Instant now) {
        return decide(id, "rejected", note, by, visible, now);
    }

    private WaiverEntry decide(
            String id, String decision, Optional<String> note, Actor by, Visible visible, Instant now) {
        return ledger.write(handle -> {
            WaiverSight sight = new WaiverSight(handle, visible);
            WaiverEntry entry = existing(handle, sight, id, now);
            if (entry.state() != WaiverState.PROPOSED) {
                throw new BadInput("The exception " + id + " is "
                        + entry.state().word() + ", and only one that is proposed can be " + decision + ".");
            }
            WaiverRules.checkWithin(sight, entry.scope());
            if (decision.equals("approved")) {
                WaiverRules.checkFourEyes(entry, by);
            }
            WaiverRows.decide(handle, id, decision, note, by, now);
            note(handle, now, by, "exception-" + decision, id, note);
            cover(handle, now, by);
            return shown(handle, visible, existing(handle, sight, id, now));
        });
    }

    /**
     * Ends one that is in force before its time.
     *
     * @throws BadInput if it is not in force
     */
    public WaiverEntry end(String id, Optional<String> note, Actor by, Visible visible, Instant now) {
        return ledger.write(handle -> {
            WaiverSight sight = new WaiverSight(handle, visible);
            WaiverEntry entry = existing(handle, sight, id, now);
            if (!entry.state().inForce()) {
                throw new BadInput("The exception " + id + " is "
                        + entry.state().word() + ", and only one in force can be ended.");
            }
            WaiverRules.checkWithin(sight, entry.scope());
            WaiverRows.end(handle, id, by, now);
            note(handle, now, by, "exception-ended", id, note);
            cover(handle, now, by);
            return shown(handle, visible, existing(handle, sight, id, now));
        });
    }

    /** Uncovers what was covered by exceptions whose time is over. To be called as time passes, every minute or so. */
    public void passTime(Instant now) {
        if (ledger.read(handle -> WaiverRows.coversWhatIsOver(handle, now))) {
            ledger.write(handle -> cover(handle, now, Actor.CLOCK));
        }
    }

    /** Exceptions that match and can touch an account that may be seen, the last proposed first. */
    public Page<WaiverEntry> page(WaiverQuery query, Visible visible, Paging paging, Instant now) {
        return ledger.read(handle -> {
            WaiverSight sight = new WaiverSight(handle, visible);
            List<WaiverEntry> all = WaiverRows.all(handle, now).reversed().stream()
                    .filter(query::matches)
                    .filter(entry -> sight.touches(entry.rules(), entry.scope()))
                    .toList();
            Map<String, Long> covers = covers(handle, visible);
            return new Page<>(
                    all.size(),
                    all.stream()
                            .skip(paging.offset())
                            .limit(paging.size())
                            .map(entry -> entry.covering(covers.getOrDefault(entry.id(), 0L)))
                            .toList());
        });
    }

    /** One; empty if there is none of that id, or none that may be seen. */
    public Optional<WaiverEntry> get(String id, Visible visible, Instant now) {
        return ledger.read(handle -> {
            WaiverSight sight = new WaiverSight(handle, visible);
            return WaiverRows.one(handle, id, now)
                    .filter(entry -> sight.touches(entry.rules(), entry.scope()))
                    .map(entry -> shown(handle, visible, entry));
        });
    }

    /** What people did about one, newest first; nothing if it may not be seen. */
    public List<AuditEntry> history(String id, Visible visible, Instant now) {
        return get(id, visible, now).isEmpty()
                ? List.of()
                : ledger.audit().page(AuditFilter.of(id), Paging.FIRST).items();
    }

    /**
     * Open findings that an exception would cover, of those that may be seen, whether another covers them or not.
     *
     * @throws BadInput if a rule does not exist or the scope is empty
     */
    public WaiverPreview preview(List<String> rules, Waiver.Scope scope, Visible visible) {
        WaiverRules.checkTarget(catalog, rules, scope);
        return ledger.read(handle -> WaiverPreview.of(handle, rules, scope, visible));
    }

    /** Those in force, for an assessment. */
    public List<Waiver> inForce(Instant now) {
        return ledger.read(handle -> WaiverRows.inForce(handle, now));
    }

    /** Those in force that may be seen, as a YAML file that {@code scan --exceptions} and {@link #importYaml} read. */
    public String exportYaml(Visible visible, Instant now) {
        return ledger.read(handle -> {
            WaiverSight sight = new WaiverSight(handle, visible);
            return WaiverYaml.write(WaiverRows.inForce(handle, now).stream()
                    .filter(waiver -> sight.touches(waiver.rules(), waiver.scope()))
                    .toList());
        });
    }

    /**
     * Takes exceptions over from a YAML file. Each is kept as asked for by its owner and approved by the approver that the file names; the
     * audit log says who imported it. One whose id is there already is left as it is.
     *
     * @param file what to call it in messages
     * @throws BadInput if the file cannot be read; then none is taken
     */
    public ImportReport importYaml(String file, String text, Actor by, Visible visible, Instant now) {
        return new WaiverImport(ledger, catalog, recount).yaml(file, text, by, visible, now);
    }

    /** The same with what was made of another tool's list; the report says what could not be carried over, too. */
    public ImportReport take(Translation translation, Actor by, Visible visible, Instant now) {
        ImportReport report = new WaiverImport(ledger, catalog, recount).take(translation.waivers(), by, visible, now);
        List<ImportReport.Skipped> skipped = new ArrayList<>(translation.skipped());
        skipped.addAll(report.skipped());
        return new ImportReport(report.taken(), skipped);
    }

    private Set<RuleAccount> cover(Handle handle, Instant now, Actor by) {
        return cover(handle, now, by, recount);
    }

    static Set<RuleAccount> cover(Handle handle, Instant now, Actor by, Recount recount) {
        Set<RuleAccount> changed = Coverage.apply(handle, now, by);
        if (!changed.isEmpty()) {
            recount.recount(handle, now, changed);
        }
        return changed;
    }

    private static WaiverEntry shown(Handle handle, Visible visible, WaiverEntry entry) {
        return entry.covering(covers(handle, visible).getOrDefault(entry.id(), 0L));
    }

    private static Map<String, Long> covers(Handle handle, Visible visible) {
        // Not `state = 'open'`, or SQLite goes through all that are open to find the few that are covered.
        Where where = new Where().and("coalesce(state, '') = :it", "open").visible("account_id", visible);
        Map<String, Long> covers = new HashMap<>();
        where.bind(handle.createQuery("select exception, count(*) as findings from finding" + where.sql()
                        + " and exception is not null group by exception"))
                .map((row, context) -> Map.entry(row.getString("exception"), row.getLong("findings")))
                .forEach(entry -> covers.put(entry.getKey(), entry.getValue()));
        return covers;
    }

    private static WaiverEntry existing(Handle handle, WaiverSight sight, String id, Instant now) {
        return WaiverRows.one(handle, id, now)
                .filter(entry -> sight.touches(entry.rules(), entry.scope()))
                .orElseThrow(() -> new BadInput("There is no exception '" + id + "'."));
    }

    private static void note(Handle handle, Instant now, Actor by, String action, String id, Optional<String> note) {
        AuditLog.append(
                handle,
                now,
                by,
                action,
                id,
                note.map(text -> Map.of("note", text)).orElse(Map.of()));
    }
}

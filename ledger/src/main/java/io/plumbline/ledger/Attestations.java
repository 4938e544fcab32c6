package io.plumbline.ledger;

import io.plumbline.assess.Attestation;
import io.plumbline.assess.Catalog;
import io.plumbline.assess.Rule;
import io.plumbline.model.BadInput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** What people answered where no data does. It counts from the next assessment on, until it expires or is taken back. */
public final class Attestations {
    private final Ledger ledger;
    private final Catalog catalog;

    Attestations(Ledger ledger, Catalog catalog) {
        this.ledger = ledger;
        this.catalog = catalog;
    }

    /**
     * Gives an answer, in the name of who gives it.
     *
     * @throws BadInput if the rule takes none, nothing backs it, it is for accounts that they may not see, or does not end in the next two years
     */
    public AttestationEntry give(AttestationRequest request, Actor by, Visible visible, Instant now) {
        check(request, visible, now);
        String id = Secrets.id("att");
        ledger.write(handle -> {
            handle.createUpdate(
                            "insert into attestation (id, rule, accounts, units, answer, given_by, given_at, note, evidence,"
                                    + " expires) values (:id, :rule, :accounts, :units, :answer, :by, :at, :note, :evidence, :expires)")
                    .bind("id", id)
                    .bind("rule", request.rule())
                    .bind("accounts", Columns.json(request.accounts()))
                    .bind("units", Columns.json(request.units()))
                    .bind("answer", word(request.answer()))
                    .bind("by", by.name())
                    .bind("at", now.toEpochMilli())
                    .bind("note", Columns.orNull(request.note()))
                    .bind("evidence", Columns.orNull(request.evidence()))
                    .bind("expires", request.expires().toEpochMilli())
                    .execute();
            Map<String, Object> detail = new LinkedHashMap<>(Map.of(
                    "rule",
                    request.rule(),
                    "accounts",
                    request.accounts(),
                    "units",
                    request.units(),
                    "answer",
                    word(request.answer()),
                    "expires",
                    request.expires().toString()));
            request.note().ifPresent(note -> detail.put("note", note));
            request.evidence().ifPresent(evidence -> detail.put("evidence", evidence));
            AuditLog.append(handle, now, by, "attestation-given", id, detail);
            return id;
        });
        return ledger.read(handle -> one(handle, id, visible, now)).orElseThrow();
    }

    private void check(AttestationRequest request, Visible visible, Instant now) {
        Rule rule = catalog.rule(request.rule());
        if (!rule.attestable()) {
            throw new BadInput("Data decides " + rule.id() + ", so no answer is asked for. Use an exception instead.");
        }
        if (request.accounts().isEmpty() && request.units().isEmpty()) {
            throw new BadInput("An answer names the accounts or the units that it is for.");
        }
        if (Stream.of(request.note(), request.evidence())
                .flatMap(Optional::stream)
                .allMatch(String::isBlank)) {
            throw new BadInput("An answer gives a note, or a link to its evidence.");
        }
        request.accounts().stream()
                .filter(id -> !id.matches("\\d{12}"))
                .findFirst()
                .ifPresent(id -> {
                    throw new BadInput("The answer is for the account '" + id + "'; an account id has twelve digits.");
                });
        if (!Stream.concat(
                        request.accounts().stream().map(visible::holds),
                        request.units().stream().map(unit -> holds(visible, unit)))
                .allMatch(Boolean::booleanValue)) {
            throw new BadInput("The answer is for accounts that you may not see. Leave them to somebody who does.");
        }
        WaiverRules.checkEnd("An answer", request.expires(), now);
    }

    /** Whose account is not known from its name belongs to somebody else, unless everything is theirs. */
    private static boolean holds(Visible visible, String unit) {
        return visible.accounts().isEmpty()
                || UnitAccount.of(unit).map(visible::holds).orElse(false);
    }

    /**
     * Takes one back, whoever gave it.
     *
     * @throws BadInput if there is none of that id that may be seen, or it does not count any more
     */
    public void end(String id, Actor by, Visible visible, Instant now) {
        ledger.write(handle -> {
            AttestationEntry entry = one(handle, id, visible, now)
                    .orElseThrow(() -> new BadInput("There is no attestation '" + id + "'."));
            if (!entry.state().counts()) {
                throw new BadInput("The attestation " + id + " does not count any more, so it cannot be taken back.");
            }
            if (!Stream.concat(entry.given().accounts().stream(), entry.given().units().stream())
                    .allMatch(one -> holds(visible, one))) {
                throw new BadInput("The attestation " + id
                        + " is for accounts that you may not see, too. Leave it to somebody who sees all of them.");
            }
            handle.execute(
                    "update attestation set ended_by = ?, ended_at = ? where id = ?",
                    by.name(),
                    now.toEpochMilli(),
                    id);
            AuditLog.append(handle, now, by, "attestation-ended", id, Map.of());
            return id;
        });
    }

    /**
     * Answers for accounts that may be seen, the newest first.
     *
     * @param states any of these; empty for all
     * @param rules of any of these; empty for all
     */
    public Page<AttestationEntry> page(
            Set<AttestationState> states, Collection<String> rules, Visible visible, Paging paging, Instant now) {
        return ledger.read(handle -> {
            List<AttestationEntry> all = all(handle, new Where().anyOf("rule", rules), now).reversed().stream()
                    .filter(entry -> states.isEmpty() || states.contains(entry.state()))
                    .filter(entry -> seen(entry, visible))
                    .toList();
            return new Page<>(
                    all.size(),
                    all.stream().skip(paging.offset()).limit(paging.size()).toList());
        });
    }

    /** Those that count, for an assessment. */
    public List<Attestation> inForce(Instant now) {
        return ledger.read(handle -> all(handle, new Where(), now).stream()
                .filter(entry -> entry.state().counts())
                .map(AttestationEntry::given)
                .toList());
    }

    private static Optional<AttestationEntry> one(Handle handle, String id, Visible visible, Instant now) {
        return all(handle, new Where().and("id = :it", id), now).stream()
                .filter(entry -> seen(entry, visible))
                .findFirst();
    }

    private static boolean seen(AttestationEntry entry, Visible visible) {
        return Stream.concat(entry.given().accounts().stream(), entry.given().units().stream())
                .anyMatch(one -> holds(visible, one));
    }

    private static List<AttestationEntry> all(Handle handle, Where where, Instant now) {
        return where.bind(handle.createQuery("select * from attestation" + where.sql() + " order by given_at, id"))
                .map((row, context) -> entry(row, now))
                .list();
    }

    private static AttestationEntry entry(ResultSet row, Instant now) throws SQLException {
        Attestation given = new Attestation(
                row.getString("rule"),
                Columns.texts(row.getString("accounts")),
                Columns.texts(row.getString("units")),
                Attestation.Answer.valueOf(row.getString("answer").toUpperCase(Locale.ROOT)),
                row.getString("given_by"),
                Columns.moment(row, "given_at"),
                Columns.optionalText(row, "note"),
                Columns.optionalText(row, "evidence"),
                Columns.moment(row, "expires"));
        String endedBy = row.getString("ended_by");
        Optional<WaiverEntry.Deed> ended =
                Columns.optionalMoment(row, "ended_at").map(at -> new WaiverEntry.Deed(endedBy, at));
        return new AttestationEntry(row.getString("id"), given, ended, state(given, ended.isPresent(), now));
    }

    private static AttestationState state(Attestation given, boolean ended, Instant now) {
        if (ended) {
            return AttestationState.ENDED;
        }
        if (!given.expires().isAfter(now)) {
            return AttestationState.EXPIRED;
        }
        return given.expires().isAfter(now.plus(WaiverState.SOON)) ? AttestationState.VALID : AttestationState.EXPIRING;
    }

    private static String word(Attestation.Answer answer) {
        return answer.name().toLowerCase(Locale.ROOT);
    }
}

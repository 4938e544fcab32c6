package io.plumbline.ledger;

import io.plumbline.assess.Catalog;
import io.plumbline.assess.Waiver;
import io.plumbline.model.BadInput;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What every exception must be, wherever it comes from. */
final class WaiverRules {
    /** The longest time that people may decide for at once. */
    static final int YEARS = 2;

    private WaiverRules() {}

    /** @throws BadInput naming the first thing that is wrong */
    static void check(Catalog catalog, WaiverProposal proposal, Instant now) {
        checkTarget(catalog, proposal.rules(), proposal.scope());
        if (proposal.reason().isBlank()) {
            throw new BadInput(
                    "An exception needs its reason: why it is right to live with this. Say it in a sentence.");
        }
        if (proposal.owner().isBlank()) {
            throw new BadInput("An exception needs its owner: the person or team whose risk it is.");
        }
        checkEnd("An exception", proposal.expires(), now);
    }

    static void checkTarget(Catalog catalog, List<String> rules, Waiver.Scope scope) {
        if (rules.isEmpty()) {
            throw new BadInput("An exception names at least one rule.");
        }
        rules.forEach(catalog::rule);
        List<Collection<?>> kinds = List.of(
                scope.accounts(),
                scope.ous(),
                scope.regions(),
                scope.arns(),
                scope.tags().keySet());
        if (kinds.stream().allMatch(Collection::isEmpty)) {
            throw new BadInput(
                    "The exception's scope is empty, so it would cover everything. Give accounts, organizational"
                            + " units, regions, ARNs or tags.");
        }
        scope.accounts().stream()
                .filter(id -> !id.matches("\\d{12}"))
                .findFirst()
                .ifPresent(id -> {
                    throw new BadInput(
                            "The exception's scope holds the account '" + id + "'; an account id has twelve digits.");
                });
        scope.tags().forEach((key, values) -> {
            if (values.isEmpty()) {
                throw new BadInput("The exception's scope names the tag '" + key
                        + "' without a value, which no asset can match. Give its values, or leave it out.");
            }
        });
        Stream.of(scope.ous(), scope.regions(), scope.arns())
                .flatMap(List::stream)
                .filter(String::isBlank)
                .findFirst()
                .ifPresent(text -> {
                    throw new BadInput(
                            "The exception's scope holds an empty text, which nothing can match. Leave it out.");
                });
    }

    /** @throws BadInput if it is over already or ends too late */
    static void checkEnd(String what, Instant expires, Instant now) {
        if (!expires.isAfter(now)) {
            throw new BadInput(what + " that ends at " + expires + " would be over already. Give a day in the future.");
        }
        Instant latest = now.atZone(ZoneOffset.UTC).plusYears(YEARS).plusDays(1).toInstant();
        if (expires.isAfter(latest)) {
            throw new BadInput(what + " holds for " + YEARS + " years at most, so that somebody looks at it again; "
                    + expires + " is later. Renew it when its time comes.");
        }
    }

    /** @throws BadInput if it is not for them to decide */
    static void checkWithin(WaiverSight sight, Waiver.Scope scope) {
        if (!sight.within(scope)) {
            throw new BadInput(
                    "The exception's scope reaches accounts that you may not see, so it is not yours to decide."
                            + " Name accounts or organizational units of your own, or let somebody do it who sees all of them.");
        }
    }

    /** @throws BadInput if it is by who approves, or theirs */
    static void checkFourEyes(WaiverEntry entry, Actor by) {
        if (by.name().equalsIgnoreCase(entry.proposed().by())) {
            throw new BadInput("You asked for the exception " + entry.id() + "; another person approves it.");
        }
        if (by.name().equalsIgnoreCase(entry.owner())) {
            throw new BadInput("You own the exception " + entry.id() + "; another person approves it.");
        }
    }
}

package io.plumbline.server;

import io.plumbline.assess.Attestation;
import io.plumbline.assess.Rule;
import io.plumbline.assess.UnitPage;
import io.plumbline.assess.UnitQuery;
import io.plumbline.assess.Verdicts;
import io.plumbline.ledger.AttestationEntry;
import io.plumbline.ledger.AttestationRequest;
import io.plumbline.ledger.AttestationState;
import io.plumbline.ledger.Attestations;
import io.plumbline.ledger.Paging;
import io.plumbline.model.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Answers to what only a person can judge. Each makes the newest snapshot be judged again. */
record AttestationRoutes(Center center) implements Routes {
    private record AttestBody(
            String rule,
            Optional<List<String>> accounts,
            Optional<List<String>> units,
            String answer,
            Optional<String> note,
            Optional<String> evidence,
            LocalDate expires) {}

    private record AttestationJson(
            String id,
            String rule,
            List<String> accounts,
            List<String> units,
            String answer,
            String by,
            Instant at,
            Optional<String> note,
            Optional<String> evidence,
            Instant expires,
            String state) {}

    private record QuestionJson(
            String rule,
            String title,
            String question,
            String accountId,
            String accountName,
            String region,
            String unit,
            Optional<String> reason) {}

    @Override
    public void add(BiConsumer<String, Deed> routes) {
        routes.accept("listAttestations", this::list);
        routes.accept("attest", this::attest);
        routes.accept("endAttestation", this::end);
        routes.accept("listOpenQuestions", this::questions);
    }

    private Attestations attestations() {
        return center.ledger().attestations(center.catalog());
    }

    private Answer list(Request request) {
        Set<AttestationState> states = request.optional("state")
                .map(word -> Set.of(AttestationState.valueOf(word.toUpperCase(Locale.ROOT))))
                .orElse(Set.of());
        return new Answer.Json(PageJson.of(
                attestations()
                        .page(states, request.texts("rule"), request.caller().visible(), request.paging(), center.now())
                        .map(AttestationRoutes::json),
                request.paging()));
    }

    private Answer attest(Request request) {
        AttestBody body = request.body(AttestBody.class);
        AttestationEntry entry = attestations()
                .give(
                        new AttestationRequest(
                                body.rule(),
                                body.accounts().orElse(List.of()),
                                body.units().orElse(List.of()),
                                Attestation.Answer.valueOf(body.answer().toUpperCase(Locale.ROOT)),
                                body.note(),
                                body.evidence(),
                                ExceptionRoutes.end(body.expires())),
                        request.caller().actor(),
                        request.caller().visible(),
                        center.now());
        center.judgeAgain();
        return new Answer.Json(json(entry));
    }

    private Answer end(Request request) {
        Center.found(() -> {
            attestations()
                    .end(
                            request.text("attestation"),
                            request.caller().actor(),
                            request.caller().visible(),
                            center.now());
            return true;
        });
        center.judgeAgain();
        return new Answer.Nothing();
    }

    private static AttestationJson json(AttestationEntry entry) {
        Attestation given = entry.given();
        return new AttestationJson(
                entry.id(),
                given.rule(),
                given.accounts(),
                given.units(),
                given.answer().name().toLowerCase(Locale.ROOT),
                given.by(),
                given.at(),
                given.note(),
                given.evidence(),
                given.expires(),
                entry.state().name().toLowerCase(Locale.ROOT));
    }

    private Answer questions(Request request) {
        Paging paging = request.paging();
        Optional<Verdicts> newest = center.newest();
        if (newest.isEmpty()) {
            return new Answer.Json(PageJson.cut(List.<QuestionJson>of(), paging));
        }
        Verdicts verdicts = newest.get();
        AccountNames names = AccountNames.of(verdicts.accounts());
        List<QuestionJson> shown = new ArrayList<>();
        long before = 0;
        for (Rule rule : asked(request)) {
            UnitQuery query = query(rule, request);
            long skip = Math.max(0, paging.offset() - before);
            UnitPage found = verdicts.units(query, Math.max(1, paging.size() - shown.size()), skip);
            if (shown.size() < paging.size()) {
                found.units().stream()
                        .map(unit -> new QuestionJson(
                                rule.id(),
                                rule.title(),
                                rule.attest().orElse(rule.title()),
                                unit.accountId(),
                                names.of(unit.accountId()),
                                unit.region(),
                                unit.unit(),
                                Optional.of(unit.reason()).filter(reason -> !reason.isEmpty())))
                        .forEach(shown::add);
            }
            before += found.total();
        }
        return new Answer.Json(new PageJson<>(before, paging.page(), paging.size(), shown));
    }

    private List<Rule> asked(Request request) {
        List<String> rules = request.texts("rule");
        return center.catalog().rules().stream()
                .filter(Rule::attestable)
                .filter(rule -> rules.isEmpty() || rules.contains(rule.id()))
                .toList();
    }

    private static UnitQuery query(Rule rule, Request request) {
        return new UnitQuery(
                rule.id(), request.visible().accounts(), Set.of(), Set.of(Status.MANUAL), Optional.empty());
    }
}

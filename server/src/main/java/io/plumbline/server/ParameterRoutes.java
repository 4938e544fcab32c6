package io.plumbline.server;

import io.plumbline.assess.Parameter;
import io.plumbline.assess.Rule;
import io.plumbline.assess.RuleSettings;
import io.plumbline.assess.VerdictHead;
import io.plumbline.assess.Verdicts;
import io.plumbline.ledger.LedgerAccount;
import io.plumbline.ledger.RuleParameters;
import io.plumbline.ledger.RuleSetting;
import io.plumbline.ledger.SettingPlace;
import io.plumbline.ledger.Visible;
import io.plumbline.model.BadInput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Parameters of rules: what is set where, and setting it. Nothing is judged again unless somebody asks for that. */
record ParameterRoutes(Center center) implements Routes {
    /** One that is being judged may have begun before the last value was set, so one more waits. */
    private static final int MOST_WAITING = 2;

    private record SettingBody(ParameterJson.PlaceJson place, Object value, String reason) {}

    private record ListJson(
            List<ParameterJson> items, List<ParameterJson.SettingJson> outdated, boolean pending, boolean judging) {}

    @Override
    public void add(BiConsumer<String, Deed> routes) {
        routes.accept("listParameters", this::list);
        routes.accept("setParameter", this::set);
        routes.accept("clearParameter", this::clear);
        routes.accept("judgeAgain", this::judgeAgain);
    }

    private Answer list(Request request) {
        RuleParameters parameters = center.parameters();
        Visible visible = request.visible();
        List<RuleSetting> all = parameters.all(visible);
        Map<Boolean, List<RuleSetting>> counts = all.stream()
                .collect(Collectors.partitioningBy(
                        setting -> parameters.trouble(setting).isEmpty()));
        List<RuleSetting> counting = counts.getOrDefault(true, List.of());
        Set<String> wanted = Set.copyOf(request.texts("rule"));
        List<LedgerAccount> accounts = center.ledger().accounts(visible);
        ParameterJson.Maker maker = new ParameterJson.Maker(parameters.settings(counting), counting, accounts);
        return new Answer.Json(new ListJson(
                center.catalog().rules().stream()
                        .filter(rule -> wanted.isEmpty() || wanted.contains(rule.id()))
                        .flatMap(rule -> rule.parameters().values().stream()
                                .filter(one -> !one.fixed())
                                .map(one -> maker.json(rule, one)))
                        .toList(),
                counts.getOrDefault(false, List.of()).stream()
                        .filter(setting -> wanted.isEmpty() || wanted.contains(setting.rule()))
                        .map(setting -> ParameterJson.SettingJson.of(setting, parameters.trouble(setting)))
                        .toList(),
                pending(parameters.inForce()),
                center.judgingAgain() > 0));
    }

    /** Where an older Plumbline judged, it is not known what was set then; nothing was, over HTTP. */
    private boolean pending(RuleSettings now) {
        return center.newest()
                .map(Verdicts::head)
                .map(head -> !head.settings()
                        .orElse(RuleSettings.STANDARD)
                        .equals(now.of(head.rules().stream()
                                .map(VerdictHead.JudgingRule::id)
                                .toList())))
                .orElse(false);
    }

    private Answer set(Request request) {
        Rule rule = RuleRoutes.rule(center, request.text("rule"));
        Parameter parameter = Center.found(() -> rule.parameter(request.text("parameter")));
        SettingBody body = request.body(SettingBody.class);
        SettingPlace place = within(request, body.place().place());
        try {
            return new Answer.Json(ParameterJson.SettingJson.of(
                    center.parameters()
                            .set(
                                    rule.id(),
                                    parameter.name(),
                                    place,
                                    body.value(),
                                    body.reason(),
                                    request.caller().actor(),
                                    request.caller().visible(),
                                    center.now()),
                    Optional.empty()));
        } catch (BadInput e) {
            throw Problem.notTaken(String.valueOf(e.getMessage()));
        }
    }

    private Answer clear(Request request) {
        SettingPlace place =
                within(request, new ParameterJson.PlaceJson(request.text("kind"), request.optional("place")).place());
        return Center.found(() -> {
            center.parameters()
                    .clear(
                            request.text("rule"),
                            request.text("parameter"),
                            place,
                            request.caller().actor(),
                            request.caller().visible(),
                            center.now());
            return new Answer.Nothing();
        });
    }

    private static SettingPlace within(Request request, SettingPlace place) {
        if (!RuleParameters.reaches(place, request.caller().visible())) {
            throw Problem.forbidden("You see some accounts only, so you may set values for single ones of these.");
        }
        return place;
    }

    private Answer judgeAgain(Request request) {
        if (center.snapshots().newest().isEmpty()) {
            throw Problem.conflict("Nothing was scanned yet, so there is nothing to judge. Scan first.");
        }
        if (center.judgingAgain() < MOST_WAITING) {
            center.ledger()
                    .audit()
                    .append(
                            request.caller().actor(),
                            "judged-again",
                            center.snapshot().manifest().id(),
                            Map.of(),
                            center.now());
            center.judgeAgain();
        }
        return new Answer.Nothing();
    }
}

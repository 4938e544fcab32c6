package io.plumbline.server;

import io.plumbline.assess.Parameter;
import io.plumbline.assess.Rule;
import io.plumbline.assess.RuleSettings;
import io.plumbline.ledger.LedgerAccount;
import io.plumbline.ledger.RuleSetting;
import io.plumbline.ledger.SettingPlace;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A parameter of a rule with what is set for it, as the document has it. */
record ParameterJson(
        String rule,
        String title,
        String parameter,
        String type,

        @com.fasterxml.jackson.annotation.JsonProperty("default")
        Object standard,

        String about,
        List<SettingJson> settings,
        List<HoldsJson> holds) {

    /** What a value is for. */
    record PlaceJson(String kind, Optional<String> name) {
        static PlaceJson of(SettingPlace place) {
            return new PlaceJson(place.kind(), Optional.of(place.name()).filter(name -> !name.isEmpty()));
        }

        SettingPlace place() {
            return SettingPlace.of(kind, name.map(String::strip).orElse(""));
        }
    }

    /** A value that somebody set. */
    record SettingJson(
            String rule,
            String parameter,
            PlaceJson place,
            Object value,
            String reason,
            String by,
            Instant at,
            Optional<String> trouble) {
        static SettingJson of(RuleSetting setting, Optional<String> trouble) {
            return new SettingJson(
                    setting.rule(),
                    setting.parameter(),
                    PlaceJson.of(setting.place()),
                    setting.value(),
                    setting.reason(),
                    setting.by(),
                    setting.at(),
                    trouble);
        }
    }

    /** In how many accounts a value holds. */
    record HoldsJson(Object value, long accounts) {}

    /** Makes them out of what is set and the accounts that somebody asks about. */
    static final class Maker {
        private final RuleSettings settings;
        private final Map<String, List<RuleSetting>> byRule;
        private final List<LedgerAccount> accounts;

        Maker(RuleSettings settings, List<RuleSetting> all, List<LedgerAccount> accounts) {
            this.settings = settings;
            this.byRule = all.stream().collect(Collectors.groupingBy(RuleSetting::rule));
            this.accounts = accounts;
        }

        ParameterJson json(Rule rule, Parameter parameter) {
            List<RuleSetting> own = byRule.getOrDefault(rule.id(), List.of()).stream()
                    .filter(setting -> setting.parameter().equals(parameter.name()))
                    .toList();
            return new ParameterJson(
                    rule.id(),
                    rule.title(),
                    parameter.name(),
                    parameter.type().word(),
                    parameter.standard(),
                    parameter.meaning(),
                    own.stream()
                            .map(setting -> SettingJson.of(setting, Optional.empty()))
                            .toList(),
                    holds(rule, parameter));
        }

        private List<HoldsJson> holds(Rule rule, Parameter parameter) {
            return accounts.stream()
                    .map(account -> settings.value(rule, parameter, account.place()))
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                    .entrySet()
                    .stream()
                    .map(entry -> new HoldsJson(entry.getKey(), entry.getValue()))
                    .sorted(Comparator.comparing(HoldsJson::accounts)
                            .reversed()
                            .thenComparing(one -> String.valueOf(one.value())))
                    .toList();
        }
    }
}

package io.plumbline.assess;

import io.plumbline.filter.Answer;
import io.plumbline.filter.EvaluatedAccount;
import io.plumbline.filter.FilterMatches;
import io.plumbline.filter.FilterVerdict;
import io.plumbline.filter.StandIn;
import io.plumbline.filter.WitnessTest;
import io.plumbline.model.AccountId;
import io.plumbline.model.Partition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The witness test as {@code filter_check} has it. What each pattern matches is worked out once for all accounts that it treats alike. */
final class FilterJudge {
    private final WitnessTest test;
    private final Remembered<String, Patterns> patterns = new Remembered<>(Patterns::of);
    private final Remembered<Filter, FilterMatches> matches;

    private record Patterns(List<String> all, StandIn standIn) {
        static Patterns of(String json) {
            List<String> all = JsonText.texts(json);
            return new Patterns(all, StandIn.in(all));
        }
    }

    private record Filter(String control, String pattern, String account, String partition, List<String> regions) {}

    FilterJudge(WitnessTest test) {
        this.test = test;
        this.matches = new Remembered<>(filter -> test.matches(
                filter.control(),
                filter.pattern(),
                EvaluatedAccount.of(
                        new AccountId(filter.account()), new Partition(filter.partition()), filter.regions())));
    }

    /** The same arguments, for the account that stands for all that the patterns do not tell apart. */
    List<String> alike(List<String> arguments) {
        List<String> alike = new ArrayList<>(arguments);
        alike.set(2, patterns.of(arguments.get(1)).standIn().of(arguments.get(2)));
        return alike;
    }

    /** The JSON for control, patterns, account, partition, regions and whether retired events are asked for too. */
    String check(List<String> arguments) {
        String control = arguments.getFirst();
        List<String> regions = JsonText.texts(arguments.get(4));
        List<FilterMatches> filters = patterns.of(arguments.get(1)).all().stream()
                .map(pattern -> matches.of(new Filter(
                        control,
                        pattern,
                        StandIn.in(List.of(pattern)).of(arguments.get(2)),
                        arguments.get(3),
                        regions)))
                .toList();
        FilterVerdict verdict = test.combine(control, filters, Boolean.parseBoolean(arguments.get(5)));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("satisfied", verdict.satisfied() == Answer.UNKNOWN ? null : verdict.satisfied() == Answer.TRUE);
        answer.put("missing", verdict.missing());
        answer.put("unsure", verdict.unsure());
        answer.put("matchesTooMuch", verdict.matchesTooMuch());
        answer.put("warnings", verdict.warnings());
        answer.put("parseError", verdict.parseError().orElse(null));
        answer.put("reason", verdict.reason());
        answer.put(
                "useful",
                IntStream.rangeClosed(1, filters.size())
                        .filter(place -> filters.get(place - 1).isUseful())
                        .boxed()
                        .toList());
        return JsonText.of(answer);
    }
}

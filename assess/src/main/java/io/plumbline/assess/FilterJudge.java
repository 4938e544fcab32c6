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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The witness test as {@code filter_check} has it. What each pattern matches is worked out once for all accounts that it treats alike. */
final class FilterJudge {
    private static final int MOST = 20_000;

    private final WitnessTest test;
    private final Map<String, Patterns> patterns = new ConcurrentHashMap<>();
    private final Map<Filter, FilterMatches> known = new ConcurrentHashMap<>();

    private record Patterns(List<String> all, StandIn standIn) {}

    private record Filter(String control, String pattern, String account, String partition, List<String> regions) {}

    FilterJudge(WitnessTest test) {
        this.test = test;
    }

    /** The same arguments, for the account that stands for all that the patterns do not tell apart. */
    List<String> alike(List<String> arguments) {
        List<String> alike = new ArrayList<>(arguments);
        alike.set(2, patterns(arguments.get(1)).standIn().of(arguments.get(2)));
        return alike;
    }

    private Patterns patterns(String json) {
        return remembered(patterns, json, text -> {
            List<String> all = JsonText.texts(text);
            return new Patterns(all, StandIn.in(all));
        });
    }

    /** The JSON for control, patterns, account, partition, regions and whether retired events are asked for too. */
    String check(List<String> arguments) {
        String control = arguments.getFirst();
        List<String> regions = JsonText.texts(arguments.get(4));
        List<FilterMatches> matches = patterns(arguments.get(1)).all().stream()
                .map(pattern -> matches(new Filter(
                        control,
                        pattern,
                        StandIn.in(List.of(pattern)).of(arguments.get(2)),
                        arguments.get(3),
                        regions)))
                .toList();
        FilterVerdict verdict = test.combine(control, matches, Boolean.parseBoolean(arguments.get(5)));
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
                IntStream.rangeClosed(1, matches.size())
                        .filter(place -> matches.get(place - 1).isUseful())
                        .boxed()
                        .toList());
        return JsonText.of(answer);
    }

    private FilterMatches matches(Filter filter) {
        return remembered(
                known,
                filter,
                one -> test.matches(
                        one.control(),
                        one.pattern(),
                        EvaluatedAccount.of(
                                new AccountId(one.account()), new Partition(one.partition()), one.regions())));
    }

    private static <K, V> V remembered(Map<K, V> memory, K key, Function<K, V> work) {
        if (memory.size() >= MOST) {
            memory.clear();
        }
        return memory.computeIfAbsent(key, work);
    }
}

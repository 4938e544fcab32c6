package io.plumbline.collect;

import io.plumbline.model.Arn;
import io.plumbline.snapshot.Database;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The rows that focus SELECTs name, by the place where they are to be asked for.
 *
 * @param byPlace keys by {@code account/region}; an empty part stands for any
 */
record FocusKeys(Map<String, Set<String>> byPlace) {

    /** Runs the SELECTs; each answers with {@code key, account_id, region}. */
    static FocusKeys of(Database database, List<String> selects) {
        Map<String, Set<String>> keys = new HashMap<>();
        for (String select : selects) {
            database.each("select key, account_id, region from (" + select + ") where key is not null", row -> {
                put(keys, row.getString(2), row.getString(3), row.getString(1));
                return true;
            });
        }
        return new FocusKeys(keys);
    }

    /**
     * The same keys as parents: a parent named by an ARN is asked for in the ARN's own account and region, if that account was entered,
     * else by the account whose row named it.
     */
    FocusKeys routed(Predicate<String> reaches) {
        Map<String, Set<String>> routed = new HashMap<>();
        byPlace.forEach((place, keys) -> {
            String[] parts = place.split("/", -1);
            for (String key : keys) {
                Optional<Arn> arn = Arn.parse(key);
                String account = arn.map(Arn::account).filter(reaches).orElse(parts[0]);
                String region =
                        arn.map(Arn::region).filter(text -> !text.isEmpty()).orElse("");
                put(routed, account, region.isEmpty() ? parts[1] : region, key);
            }
        });
        return new FocusKeys(routed);
    }

    private static void put(
            Map<String, Set<String>> keys,
            @org.jspecify.annotations.Nullable String account,
            @org.jspecify.annotations.Nullable String region,
            String key) {
        String place = (account == null ? "" : account) + '/' + (region == null ? "" : region);
        keys.computeIfAbsent(place, unused -> new LinkedHashSet<>()).add(key);
    }

    /** The keys that a place is to be asked for. */
    Set<String> at(String accountId, String region) {
        Set<String> found = new LinkedHashSet<>();
        Stream.of(accountId + '/' + region, accountId + '/', '/' + region, "/")
                .forEach(place -> found.addAll(byPlace.getOrDefault(place, Set.of())));
        return found;
    }
}

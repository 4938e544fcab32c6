package io.plumbline.ledger;

import io.plumbline.assess.Waiver;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Exceptions laid out so that 50,000 findings find theirs among hundreds at once: those for a rule, account and region are found once for
 * all findings there, and of these a name finds those whose pattern ends, or else begins, as it does.
 */
final class CoverIndex {
    private record Ready(int position, String id, CoveredScope scope) {}

    private record Place(String rule, String account, String region) {}

    /** The exceptions for a place: by the text that a name must end with, by that which it must begin with, and all others. */
    private record Here(
            Map<Integer, Map<String, List<Ready>>> ends,
            Map<Integer, Map<String, List<Ready>>> beginnings,
            List<Ready> others) {}

    private final Map<String, List<Waiver>> byRule = new HashMap<>();
    private final Map<Place, Here> places = new HashMap<>();

    /** @param waivers in force, the one that counts first before the others */
    CoverIndex(Collection<Waiver> waivers) {
        waivers.forEach(waiver -> waiver.rules().stream()
                .distinct()
                .forEach(rule ->
                        byRule.computeIfAbsent(rule, key -> new ArrayList<>()).add(waiver)));
    }

    /** The first that covers a failed unit. */
    Optional<String> covering(String rule, CoveredScope.Target target) {
        if (!byRule.containsKey(rule)) {
            return Optional.empty();
        }
        Here here = places.computeIfAbsent(
                new Place(rule, target.accountId(), target.region()), place -> here(byRule.get(rule), target));
        First first = new First(target);
        first.among(here.others());
        first.named(here, target.unit());
        target.asset().filter(asset -> !asset.equals(target.unit())).ifPresent(asset -> first.named(here, asset));
        return first.found.map(Ready::id);
    }

    private static Here here(List<Waiver> waivers, CoveredScope.Target target) {
        Here here = new Here(new TreeMap<>(), new TreeMap<>(), new ArrayList<>());
        for (int i = 0; i < waivers.size(); i++) {
            Ready ready = new Ready(
                    i, waivers.get(i).id(), new CoveredScope(waivers.get(i).scope()));
            if (!ready.scope().inPlace(target)) {
                continue;
            }
            List<String> arns = waivers.get(i).scope().arns();
            if (arns.isEmpty()) {
                here.others().add(ready);
            }
            arns.stream().distinct().map(Glob::of).forEach(arn -> {
                if (!arn.end().isEmpty()) {
                    put(here.ends(), arn.end(), ready);
                } else if (!arn.beginning().isEmpty()) {
                    put(here.beginnings(), arn.beginning(), ready);
                } else {
                    here.others().add(ready);
                }
            });
        }
        return here;
    }

    private static void put(Map<Integer, Map<String, List<Ready>>> byLength, String text, Ready ready) {
        byLength.computeIfAbsent(text.length(), length -> new HashMap<>())
                .computeIfAbsent(text, key -> new ArrayList<>())
                .add(ready);
    }

    /** Keeps the first of all that cover a target. */
    private static final class First {
        private final CoveredScope.Target target;
        private Optional<Ready> found = Optional.empty();

        First(CoveredScope.Target target) {
            this.target = target;
        }

        void named(Here here, String name) {
            here.ends().forEach((length, ends) -> {
                if (length <= name.length()) {
                    among(ends.getOrDefault(name.substring(name.length() - length), List.of()));
                }
            });
            here.beginnings().forEach((length, beginnings) -> {
                if (length <= name.length()) {
                    among(beginnings.getOrDefault(name.substring(0, length), List.of()));
                }
            });
        }

        /** @param candidates in order */
        void among(List<Ready> candidates) {
            for (Ready one : candidates) {
                if (found.isPresent() && found.get().position() <= one.position()) {
                    return;
                }
                if (one.scope().coversHere(target)) {
                    found = Optional.of(one);
                    return;
                }
            }
        }
    }
}

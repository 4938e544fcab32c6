package io.plumbline.ledger;

import io.plumbline.assess.Waiver;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Exceptions as the YAML that {@link io.plumbline.assess.WaiverFile} reads. */
final class WaiverYaml {
    private WaiverYaml() {}

    static String write(List<Waiver> waivers) {
        return new YAMLMapper()
                .writeValueAsString(waivers.stream().map(WaiverYaml::entry).toList());
    }

    private static Map<String, Object> entry(Waiver waiver) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", waiver.id());
        entry.put("rules", waiver.rules());
        entry.put("scope", scope(waiver.scope()));
        entry.put("reason", waiver.reason());
        entry.put("owner", waiver.owner());
        entry.put("approver", waiver.approver());
        entry.put("expires", end(waiver.expires()));
        return entry;
    }

    /** Only kinds that say something: an empty list in a file is an error. */
    private static Map<String, Object> scope(Waiver.Scope scope) {
        Map<String, Object> kinds = new LinkedHashMap<>();
        put(kinds, "accounts", scope.accounts());
        put(kinds, "ous", scope.ous());
        put(kinds, "regions", scope.regions());
        put(kinds, "arns", scope.arns());
        if (!scope.tags().isEmpty()) {
            kinds.put("tags", scope.tags());
        }
        return kinds;
    }

    private static void put(Map<String, Object> kinds, String kind, Collection<String> members) {
        if (!members.isEmpty()) {
            kinds.put(kind, members);
        }
    }

    /** A day, if it holds until that day is over; people write it so. */
    private static String end(Instant expires) {
        return expires.atZone(ZoneOffset.UTC).toLocalTime().equals(LocalTime.MIDNIGHT)
                ? expires.minus(Duration.ofDays(1))
                        .atZone(ZoneOffset.UTC)
                        .toLocalDate()
                        .toString()
                : expires.toString();
    }
}

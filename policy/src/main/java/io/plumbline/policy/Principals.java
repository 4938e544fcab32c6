package io.plumbline.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The value of a Principal or NotPrincipal element (IAM reference, "Principal").
 *
 * @param byKind what is named under {@code AWS}, {@code Service}, {@code Federated} and {@code CanonicalUser}, in the order of the
 *     document; the bare asterisk stands under {@code *}
 */
public record Principals(Map<String, List<String>> byKind) {
    static final String ANY = "*";
    private static final String ACCOUNTS = "AWS";
    private static final String SERVICES = "Service";

    public Principals {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        byKind.forEach((kind, names) -> copy.put(kind, List.copyOf(names)));
        byKind = Collections.unmodifiableMap(copy);
    }

    /** Whether everybody is meant, the anonymous included: {@code "*"} or {@code {"AWS": "*"}}, alone or within a list. */
    public boolean anyone() {
        return byKind.containsKey(ANY)
                || byKind.getOrDefault(ACCOUNTS, List.of()).contains(ANY);
    }

    /** Whether a service such as {@code cloudwatch.amazonaws.com} is named here, or everybody is. */
    public boolean includesService(String service) {
        List<String> services = byKind.getOrDefault(SERVICES, List.of());
        return anyone() || services.contains(ANY) || services.stream().anyMatch(service::equalsIgnoreCase);
    }
}

package io.plumbline.collect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * How often AWS lets an account ask, out of {@code quotas.csv}, and the share of it that a scan takes. The quota belongs to the
 * account's production.
 */
final class Quotas {
    private static final double SHARE = 0.5;
    /** Where AWS documents nothing: a rate that few services mind, and one that a scan may find out to be welcome. */
    private static final double UNKNOWN_START = 10;

    private static final double UNKNOWN_CEILING = 50;

    private final Map<String, List<Quota>> byService;
    private final Map<String, Allowance> answered = new ConcurrentHashMap<>();

    /**
     * What a scan may ask of one bucket.
     *
     * @param counted the bucket's name within its service
     * @param regional whether each region has one
     * @param rate requests a second at most
     * @param burst how many may come at once
     * @param start requests a second at first
     */
    record Allowance(String counted, boolean regional, double rate, double burst, double start) {}

    /** A line of the table. */
    record Quota(
            String service,
            List<String> operations,
            boolean unpaginated,
            String counted,
            boolean regional,
            double rate,
            double burst) {

        boolean is(String operation, boolean isUnpaginated) {
            return (!unpaginated || isUnpaginated)
                    && operations.stream()
                            .anyMatch(name -> name.endsWith("*")
                                    ? operation.startsWith(name.substring(0, name.length() - 1))
                                    : name.equals(operation));
        }

        Allowance allowance(String operation) {
            String name = counted.equals("each") ? operation + (unpaginated ? " unpaginated" : "") : counted;
            double ours = rate * SHARE;
            return new Allowance(name, regional, ours, Math.max(1, burst * SHARE), ours / 2);
        }
    }

    Quotas(List<Quota> lines) {
        this.byService = lines.stream().collect(Collectors.groupingBy(Quota::service));
    }

    /** Those that AWS documents. */
    static Quotas known() {
        try (InputStream in = Objects.requireNonNull(Quotas.class.getResourceAsStream("quotas.csv"), "quotas.csv")) {
            return new Quotas(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("service,"))
                    .map(Quotas::read)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Quota read(String line) {
        String[] fields = line.split(",", -1);
        return new Quota(
                fields[0],
                List.of(fields[1].split("\\|")),
                fields[2].equals("unpaginated"),
                fields[3],
                fields[4].equals("region"),
                Double.parseDouble(fields[5]),
                Double.parseDouble(fields[6]));
    }

    /** What a request may take. */
    Allowance of(String service, String operation, WireRequest request) {
        List<Quota> lines = byService.getOrDefault(service, List.of());
        boolean unpaginated = lines.stream().anyMatch(Quota::unpaginated) && isUnpaginated(request);
        return answered.computeIfAbsent(
                service + ':' + operation + unpaginated,
                unused -> lines.stream()
                        .filter(quota -> quota.is(operation, unpaginated))
                        .findFirst()
                        .map(quota -> quota.allowance(operation))
                        .orElseGet(() -> unknown(operation)));
    }

    /** EC2 counts a request that names neither a page size nor a filter apart, from a smaller bucket. */
    private static boolean isUnpaginated(WireRequest request) {
        String form = new String(request.body(), StandardCharsets.UTF_8);
        return !form.contains("MaxResults=") && !form.contains("Filter.1.");
    }

    /** Most services count lists apart from reads of one thing. */
    private static Allowance unknown(String operation) {
        boolean list = operation.startsWith("List") || operation.startsWith("Describe");
        return new Allowance(list ? "list" : "read", true, UNKNOWN_CEILING, UNKNOWN_START / 2, UNKNOWN_START);
    }
}

package canned;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Token buckets as AWS has them: the documented ones of quotas.csv whole, and one for all other reads of a service. */
final class Throttle {
    private final List<String[]> quotas;
    private final double unknownRate;
    private final Map<String, double[]> rules = new ConcurrentHashMap<>();
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    private static final class Bucket {
        private double tokens;
        private long last = System.nanoTime();

        private Bucket(double tokens) {
            this.tokens = tokens;
        }

        private synchronized boolean take(double rate, double burst) {
            long now = System.nanoTime();
            tokens = Math.min(burst, tokens + (now - last) * rate / 1e9);
            last = now;
            if (tokens < 1) {
                return false;
            }
            tokens -= 1;
            return true;
        }
    }

    private Throttle(List<String[]> quotas, double unknownRate) {
        this.quotas = quotas;
        this.unknownRate = unknownRate;
    }

    static Throttle of(Path file, double unknownRate) {
        try {
            List<String[]> quotas = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                if (!line.startsWith("#") && !line.startsWith("service,")) {
                    quotas.add(line.split(",", -1));
                }
            }
            return new Throttle(quotas, unknownRate);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** The service's name in IAM actions where its signing name is another. */
    private static String prefix(String service) {
        return service.equals("monitoring") ? "cloudwatch" : service;
    }

    /** Whether a request may pass. */
    boolean passes(String account, String region, String service, String operation, Request request) {
        boolean plain = service.equals("ec2") && !request.body().contains("MaxResults=") && !request.body().contains("Filter.1.");
        String rule = service + ':' + operation + (plain ? " unpaginated" : "");
        int line = (int) rules.computeIfAbsent(rule, unused -> new double[] {find(prefix(service), operation, plain)})[0];
        if (line < 0) {
            String key = account + '/' + region + '/' + service;
            return buckets.computeIfAbsent(key, unused -> new Bucket(unknownRate)).take(unknownRate, unknownRate);
        }
        String[] quota = quotas.get(line);
        String counted = quota[3].equals("each") ? rule : quota[3];
        String key = account + '/' + (quota[4].equals("region") ? region : "") + '/' + service + '/' + counted;
        double rate = Double.parseDouble(quota[5]);
        double burst = Double.parseDouble(quota[6]);
        return buckets.computeIfAbsent(key, unused -> new Bucket(burst)).take(rate, burst);
    }

    private int find(String service, String operation, boolean plain) {
        for (int line = 0; line < quotas.size(); line++) {
            String[] quota = quotas.get(line);
            if (quota[0].equals(service) && (quota[2].isEmpty() || plain)) {
                for (String name : quota[1].split("\\|")) {
                    if (name.endsWith("*") ? operation.startsWith(name.substring(0, name.length() - 1)) : name.equals(operation)) {
                        return line;
                    }
                }
            }
        }
        return -1;
    }
}

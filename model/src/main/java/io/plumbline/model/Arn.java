package io.plumbline.model;

import java.util.Optional;

/**
 * An Amazon Resource Name, {@code arn:partition:service:region:account:resource} (AWS General Reference). Region and account may be
 * empty; the resource may hold colons and slashes.
 */
public record Arn(Partition partition, String service, String region, String account, String resource) {

    /** Reads an ARN; empty if the text is none. */
    public static Optional<Arn> parse(String text) {
        String[] parts = text.split(":", 6);
        if (parts.length < 6 || !parts[0].equals("arn") || !parts[1].matches("aws(-[a-z]+)*")) {
            return Optional.empty();
        }
        return Optional.of(new Arn(new Partition(parts[1]), parts[2], parts[3], parts[4], parts[5]));
    }

    @Override
    public String toString() {
        return "arn:" + partition.id() + ":" + service + ":" + region + ":" + account + ":" + resource;
    }
}

package io.plumbline.ledger;

import java.util.Map;
import java.util.Set;

/**
 * Where notifications can go.
 *
 * @param kind which of the kinds of channels there are
 * @param settings what it needs to know, none of it secret
 * @param secrets names of the secrets that are set
 * @param active whether anything is sent to it; if not, what is for it waits
 */
public record Channel(
        String id, String kind, String name, Map<String, String> settings, Set<String> secrets, boolean active) {
    public Channel {
        settings = Map.copyOf(settings);
        secrets = Set.copyOf(secrets);
    }
}

package io.plumbline.ledger;

import java.util.Map;
import java.util.Optional;

/**
 * What shall be different about a channel.
 *
 * @param settings all of them anew
 * @param secrets those that become others; one that is empty is removed, what is not named stays
 */
public record ChannelChange(
        Optional<String> name,
        Optional<Map<String, String>> settings,
        Map<String, String> secrets,
        Optional<Boolean> active) {
    public ChannelChange {
        secrets = Map.copyOf(secrets);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "ChannelChange[" + name.orElse("") + "]";
    }
}

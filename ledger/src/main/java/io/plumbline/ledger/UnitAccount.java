package io.plumbline.ledger;

import java.util.Optional;

/** Which account a unit's or an asset's name says that it is in. */
final class UnitAccount {
    private UnitAccount() {}

    /**
     * The account, which may hold stars if the name does. Empty if the name does not say, as that of a bucket does not.
     *
     * @param name an ARN, an account's id, {@code region:ACCOUNT:REGION}, or a pattern of such
     */
    static Optional<String> of(String name) {
        if (name.matches("\\d{12}")) {
            return Optional.of(name);
        }
        String[] parts = name.split(":", 6);
        boolean region = parts.length == 3 && parts[0].equals("region");
        boolean arn = parts.length == 6 && parts[0].equals("arn");
        return region ? Optional.of(parts[1]) : Optional.of(arn ? parts[4] : "").filter(account -> !account.isEmpty());
    }
}

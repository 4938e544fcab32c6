package io.plumbline.ledger;

/** The accounts that a value of a parameter is for. */
public sealed interface SettingPlace {
    /** Every account. */
    record Organization() implements SettingPlace {}

    /**
     * Those of an organizational unit and of units below it.
     *
     * @param unit its name or id
     */
    record Unit(String unit) implements SettingPlace {}

    /**
     * One.
     *
     * @param id its id
     */
    record Account(String id) implements SettingPlace {}

    /** Out of its kind and what that names. */
    static SettingPlace of(String kind, String name) {
        return switch (kind) {
            case "organization" -> new Organization();
            case "ou" -> new Unit(name);
            case "account" -> new Account(name);
            default -> throw new IllegalArgumentException("no kind of place: " + kind);
        };
    }

    /** Its kind, in the ledger and for people: {@code organization}, {@code ou} or {@code account}. */
    default String kind() {
        return switch (this) {
            case Organization everywhere -> "organization";
            case Unit unit -> "ou";
            case Account account -> "account";
        };
    }

    /** What of that kind; empty for the organization. */
    default String name() {
        return switch (this) {
            case Organization everywhere -> "";
            case Unit unit -> unit.unit();
            case Account account -> account.id();
        };
    }

    /** In words, such as {@code the account 111122223333}. */
    default String words() {
        return switch (this) {
            case Organization everywhere -> "all accounts";
            case Unit unit -> "the organizational unit '" + unit.unit() + "'";
            case Account account -> "the account " + account.id();
        };
    }
}

package io.plumbline.model;

/**
 * The twelve digits that name an AWS account.
 *
 * @param value twelve decimal digits, leading zeros kept
 */
public record AccountId(String value) implements Comparable<AccountId> {
    public AccountId {
        if (!value.matches("\\d{12}")) {
            throw new IllegalArgumentException("'" + value + "' is not an AWS account id: it takes twelve digits");
        }
    }

    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

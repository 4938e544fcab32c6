package io.plumbline.filter;

/** How a field is compared; {@link #toString} is the sign in the pattern. */
public enum Operator {
    EQUAL("="),
    NOT_EQUAL("!="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">=");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    /** Whether this compares numbers by size; such an operator never holds for anything else. */
    public boolean ordersNumbers() {
        return this != EQUAL && this != NOT_EQUAL;
    }

    /**
     * Whether the operator holds.
     *
     * @param comparison negative, zero or positive as the field is less than, equal to or greater than the value
     */
    boolean holds(int comparison) {
        return switch (this) {
            case EQUAL -> comparison == 0;
            case NOT_EQUAL -> comparison != 0;
            case LESS -> comparison < 0;
            case LESS_OR_EQUAL -> comparison <= 0;
            case GREATER -> comparison > 0;
            case GREATER_OR_EQUAL -> comparison >= 0;
        };
    }

    @Override
    public String toString() {
        return sign;
    }
}

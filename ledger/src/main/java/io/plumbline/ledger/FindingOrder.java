package io.plumbline.ledger;

/** What findings are ordered by. What is equal by it is ordered by severity, age and id, so that no page shows twice what another shows. */
public enum FindingOrder {
    SEVERITY("f.severity"),
    FIRST_SEEN("f.first_seen"),
    LAST_SEEN("f.last_seen"),
    ACCOUNT("f.account_id"),
    RULE("f.rule");

    private final String column;

    FindingOrder(String column) {
        this.column = column;
    }

    String sql(boolean descending) {
        String first = column + (descending ? " desc" : "");
        // An index holds the worst first, so nothing is sorted.
        return " order by " + (this == SEVERITY && descending ? first : first + ", f.severity desc")
                + ", f.first_seen, f.id";
    }
}

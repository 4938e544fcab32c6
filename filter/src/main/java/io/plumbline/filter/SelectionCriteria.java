package io.plumbline.filter;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The {@code fieldSelectionCriteria} of a metric filter (CloudWatch Logs API, PutMetricFilter): conditions on the account and the region
 * that an event of a centralized log group came from, such as {@code @aws.account = "111122223333" AND @aws.region IN ["eu-west-1"]}.
 */
public sealed interface SelectionCriteria {

    /** Without criteria every event is processed. */
    record Everything() implements SelectionCriteria {}

    /** All hold. */
    record AllOf(List<SelectionCriteria> parts) implements SelectionCriteria {
        public AllOf {
            parts = List.copyOf(parts);
        }
    }

    /** At least one holds. */
    record AnyOf(List<SelectionCriteria> parts) implements SelectionCriteria {
        public AnyOf {
            parts = List.copyOf(parts);
        }
    }

    /**
     * The field is one of the values, or is none of them.
     *
     * @param negated true for {@code !=} and {@code NOT IN}
     */
    record Test(SystemField field, Set<String> values, boolean negated) implements SelectionCriteria {
        public Test {
            values = Set.copyOf(values);
        }
    }

    /** The fields that CloudWatch Logs knows of an event from another account or region. */
    enum SystemField {
        ACCOUNT("@aws.account"),
        REGION("@aws.region");

        private final String field;

        SystemField(String field) {
            this.field = field;
        }

        /** The name in criteria and in {@code emitSystemFieldDimensions}. */
        public String field() {
            return field;
        }
    }

    /** Reads criteria; a blank text selects everything. */
    static Parse<SelectionCriteria> parse(String text) {
        return Cursor.parse(text, cursor -> new SelectionCriteriaParser(cursor).criteria());
    }

    /** Whether events of the account in the region are processed. */
    default boolean selects(String account, String region) {
        return switch (this) {
            case Everything _ -> true;
            case AllOf all -> {
                boolean selects = true;
                for (SelectionCriteria part : all.parts()) {
                    selects &= part.selects(account, region);
                }
                yield selects;
            }
            case AnyOf any -> {
                boolean selects = false;
                for (SelectionCriteria part : any.parts()) {
                    selects |= part.selects(account, region);
                }
                yield selects;
            }
            case Test test ->
                test.values()
                                .contains(
                                        switch (test.field()) {
                                            case ACCOUNT -> account;
                                            case REGION -> region;
                                        })
                        != test.negated();
        };
    }

    /** The regions whose events of the account are not processed, in the given order: none if the criteria narrow nothing. */
    default List<String> leavesOut(String account, Collection<String> regions) {
        return regions.stream().filter(region -> !selects(account, region)).toList();
    }
}

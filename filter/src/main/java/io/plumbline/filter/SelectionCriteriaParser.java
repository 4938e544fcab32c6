package io.plumbline.filter;

import io.plumbline.filter.SelectionCriteria.AllOf;
import io.plumbline.filter.SelectionCriteria.AnyOf;
import io.plumbline.filter.SelectionCriteria.Everything;
import io.plumbline.filter.SelectionCriteria.SystemField;
import io.plumbline.filter.SelectionCriteria.Test;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads field selection criteria. AWS documents the operators, but no grammar; we take keywords in any case, both kinds of quotes and
 * both kinds of lists, since each of them has one meaning only, and let AND bind tighter than OR.
 */
final class SelectionCriteriaParser {
    private final Cursor cursor;

    SelectionCriteriaParser(Cursor cursor) {
        this.cursor = cursor;
    }

    SelectionCriteria criteria() {
        cursor.skipSpace();
        return cursor.atEnd() ? new Everything() : disjunction();
    }

    private SelectionCriteria disjunction() {
        List<SelectionCriteria> parts = new ArrayList<>();
        do {
            parts.add(conjunction());
        } while (cursor.takeKeyword("OR", true));
        return parts.size() == 1 ? parts.getFirst() : new AnyOf(parts);
    }

    private SelectionCriteria conjunction() {
        List<SelectionCriteria> parts = new ArrayList<>();
        do {
            cursor.skipSpace();
            parts.add(operand());
            cursor.skipSpace();
        } while (cursor.takeKeyword("AND", true));
        return parts.size() == 1 ? parts.getFirst() : new AllOf(parts);
    }

    private SelectionCriteria operand() {
        if (!cursor.take("(")) {
            return test();
        }
        cursor.enter();
        SelectionCriteria inner = disjunction();
        cursor.expect(")");
        cursor.leave();
        return inner;
    }

    private SelectionCriteria test() {
        SystemField field = field();
        cursor.skipSpace();
        if (cursor.take("!=")) {
            return new Test(field, Set.of(value()), true);
        }
        if (cursor.take("=")) {
            return new Test(field, Set.of(value()), false);
        }
        boolean negated = cursor.takeKeyword("NOT", true);
        cursor.skipSpace();
        if (!cursor.takeKeyword("IN", true)) {
            throw cursor.refuse("=, !=, IN or NOT IN is expected");
        }
        return new Test(field, values(), negated);
    }

    private SystemField field() {
        for (SystemField field : SystemField.values()) {
            if (cursor.takeKeyword(field.field(), false)) {
                return field;
            }
        }
        throw cursor.refuse("@aws.account or @aws.region is expected");
    }

    private Set<String> values() {
        cursor.skipSpace();
        String end = cursor.take("(") ? ")" : "]";
        if (end.equals("]")) {
            cursor.expect("[");
        }
        Set<String> values = new LinkedHashSet<>();
        do {
            values.add(value());
            cursor.skipSpace();
        } while (cursor.take(","));
        cursor.expect(end);
        return values;
    }

    private String value() {
        cursor.skipSpace();
        if (cursor.peek() == '"' || cursor.peek() == '\'') {
            return cursor.takeQuoted(cursor.peek());
        }
        String word = cursor.takeWhile(Selector::isPlain);
        if (word.isEmpty()) {
            throw cursor.refuse("a value in double quotes is expected");
        }
        return word;
    }
}

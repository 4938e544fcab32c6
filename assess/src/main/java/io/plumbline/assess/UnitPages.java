package io.plumbline.assess;

import io.plumbline.model.FindingId;
import io.plumbline.model.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds pages of units in a file that is sorted as they are to be. First the places of a page's rows are found by what the conditions
 * read, and then those rows alone are read whole.
 */
record UnitPages(Verdicts verdicts) {
    private record Place(long row, String account, long total) {}

    UnitPage page(UnitQuery query, int limit, long offset) {
        String units = verdicts.relation(Verdicts.UNITS);
        List<Place> places = verdicts.ask(
                "select file_row_number, account_id, count(*) over () from " + units + " where " + query.condition()
                        + " order by file_row_number limit " + limit + " offset " + offset,
                row -> new Place(row.getLong(1), row.getString(2), row.getLong(3)));
        if (places.isEmpty()) {
            return new UnitPage(
                    verdicts.ask("select count(*) from " + units + " where " + query.condition(), row -> row.getLong(1))
                            .getFirst(),
                    List.of());
        }
        // Rule and accounts say which parts of the file need not be looked at.
        String near = "rule = " + SqlValues.text(query.rule()) + " and account_id between "
                + SqlValues.text(places.getFirst().account()) + " and "
                + SqlValues.text(places.getLast().account());
        String rows = places.stream().map(place -> Long.toString(place.row())).collect(Collectors.joining(", "));
        return new UnitPage(
                places.getFirst().total(),
                verdicts.ask(
                        "select rule, account_id, region, unit, asset, status, reason, warnings, evidence, exception,"
                                + " inherited_from, finding_id from " + units + " where " + near
                                + " and file_row_number in (" + rows + ") order by file_row_number",
                        UnitPages::unit));
    }

    private static JudgedUnit unit(ResultSet row) throws SQLException {
        return new JudgedUnit(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Optional.ofNullable(row.getString(5)),
                Status.valueOf(row.getString(6)),
                row.getString(7),
                SqlRows.texts(row, 8),
                row.getString(9),
                Optional.ofNullable(row.getString(10)),
                Optional.ofNullable(row.getString(11)),
                Optional.ofNullable(row.getString(12)).map(FindingId::new));
    }
}

package io.plumbline.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBScalarFunction;
import org.duckdb.DuckDBWritableVector;

/** Calls a Java part once for equal texts: the same policies and filters stand in hundreds of accounts. */
final class RememberedFunction implements DuckDBScalarFunction {
    private final SqlFunction.Java function;
    private final Remembered<List<String>, Optional<String>> known;

    RememberedFunction(SqlFunction.Java function) {
        this.function = function;
        this.known = new Remembered<>(function.body()::apply);
    }

    @Override
    public void apply(DuckDBDataChunkReader input, DuckDBWritableVector output) {
        for (long row = 0; row < input.rowCount(); row++) {
            Optional<String> answer =
                    arguments(input, row).map(function.alike()).flatMap(known::of);
            if (answer.isPresent()) {
                output.setString(row, answer.get());
            } else {
                output.setNull(row);
            }
        }
    }

    private Optional<List<String>> arguments(DuckDBDataChunkReader input, long row) {
        List<String> arguments = new ArrayList<>();
        for (int column = 0; column < function.parameters(); column++) {
            if (input.vector(column).isNull(row)) {
                return Optional.empty();
            }
            arguments.add(input.vector(column).getString(row));
        }
        return Optional.of(arguments);
    }
}

package io.plumbline.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBScalarFunction;
import org.duckdb.DuckDBWritableVector;

/** Calls a Java part once for equal texts: the same policies and filters stand in hundreds of accounts. */
final class RememberedFunction implements DuckDBScalarFunction {
    private static final int MOST = 20_000;

    private final SqlFunction.Java function;
    private final Map<List<String>, Optional<String>> known = new ConcurrentHashMap<>();

    RememberedFunction(SqlFunction.Java function) {
        this.function = function;
    }

    @Override
    public void apply(DuckDBDataChunkReader input, DuckDBWritableVector output) {
        for (long row = 0; row < input.rowCount(); row++) {
            Optional<String> answer = arguments(input, row).flatMap(this::answer);
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

    private Optional<String> answer(List<String> arguments) {
        if (known.size() >= MOST) {
            known.clear();
        }
        return known.computeIfAbsent(function.alike().apply(arguments), function.body()::apply);
    }
}

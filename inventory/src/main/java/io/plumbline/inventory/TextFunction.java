package io.plumbline.inventory;

import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.DatabaseException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBScalarFunctionBuilder;

/** Makes a function of texts, written in Java, known to a database. NULL in one argument gives NULL. */
final class TextFunction {
    private TextFunction() {}

    /** Registers it; {@code body} is called by several threads, and an empty answer of it is NULL. */
    static void register(
            Database database, String name, int parameters, Function<List<String>, Optional<String>> body) {
        if (!database.first("function " + name)) {
            return;
        }
        try (DuckDBScalarFunctionBuilder builder = DuckDBFunctions.scalarFunction()) {
            builder.withName(name).withReturnType(DuckDBColumnType.VARCHAR);
            for (int i = 0; i < parameters; i++) {
                builder.withParameter(DuckDBColumnType.VARCHAR);
            }
            builder.withVectorizedFunction((input, output) -> {
                        for (long row = 0; row < input.rowCount(); row++) {
                            List<String> arguments = new ArrayList<>(parameters);
                            for (int column = 0; column < parameters; column++) {
                                if (!input.vector(column).isNull(row)) {
                                    arguments.add(input.vector(column).getString(row));
                                }
                            }
                            Optional<String> answer =
                                    arguments.size() < parameters ? Optional.empty() : body.apply(arguments);
                            if (answer.isPresent()) {
                                output.setString(row, answer.get());
                            } else {
                                output.setNull(row);
                            }
                        }
                    })
                    .register(database.connection());
        } catch (SQLException e) {
            throw new DatabaseException("DuckDB refused the function " + name, e);
        }
    }
}

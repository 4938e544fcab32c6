package io.plumbline.assess;

import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.DatabaseException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBScalarFunctionBuilder;

/** What SQL alone cannot say: functions for rule authors, on every database that rules run on. */
public final class Functions {
    private Functions() {}

    /** All of them, for documentation. */
    public static List<SqlFunction> all() {
        return Stream.of(
                        TextFunctions.all(),
                        TrailFunctions.all(),
                        PolicyFunctions.all(),
                        NetworkFunctions.all(),
                        FilterFunctions.all())
                .flatMap(List::stream)
                .toList();
    }

    /** Makes the functions known to a database; a second time does nothing. */
    public static void register(Database database) {
        register(database, Functions::all);
    }

    /** The same with functions that are at hand. */
    static void register(Database database, Supplier<List<SqlFunction>> functions) {
        if (database.first("functions")) {
            for (SqlFunction function : functions.get()) {
                function.java().ifPresent(java -> register(database, function.javaName(), java));
                database.execute("create macro " + function.macro());
            }
        }
    }

    private static void register(Database database, String name, SqlFunction.Java java) {
        try (DuckDBScalarFunctionBuilder builder = DuckDBFunctions.scalarFunction()) {
            builder.withName(name).withReturnType(DuckDBColumnType.VARCHAR);
            for (int i = 0; i < java.parameters(); i++) {
                builder.withParameter(DuckDBColumnType.VARCHAR);
            }
            builder.withVectorizedFunction(new RememberedFunction(java)).register(database.connection());
        } catch (SQLException e) {
            throw new DatabaseException("DuckDB refused the function " + name, e);
        }
    }
}

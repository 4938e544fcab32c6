package io.plumbline.collect;

import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Schemas;
import io.plumbline.snapshot.Sql;
import io.plumbline.snapshot.SqlReferences;
import io.plumbline.snapshot.TableWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;

/**
 * Answers focus SELECTs from what this run has read so far. Whoever asks waits until every cell of the tables that the SELECT reads is
 * finished; cells are started in an order in which that cannot lock up.
 */
final class Focus implements AutoCloseable {
    private final Database database;
    private final Schemas schemas;
    private final RunFolder run;
    private final Map<String, CountDownLatch> unfinished;
    private final Predicate<String> reaches;
    private final Map<List<String>, Set<String>> tables = new ConcurrentHashMap<>();
    private final Map<List<String>, FocusKeys> answered = new ConcurrentHashMap<>();
    private final Map<List<String>, FocusKeys> routed = new ConcurrentHashMap<>();
    private final Set<String> loaded = new TreeSet<>();

    Focus(
            Database database,
            Schemas schemas,
            RunFolder run,
            Map<String, CountDownLatch> unfinished,
            Predicate<String> reaches) {
        this.database = database;
        this.schemas = schemas;
        this.run = run;
        this.unfinished = unfinished;
        this.reaches = reaches;
    }

    /** The tables that SELECTs read. */
    static Set<String> tables(Database database, List<String> selects) {
        Set<String> tables = new TreeSet<>();
        selects.forEach(
                select -> tables.addAll(SqlReferences.of(database, select).tables()));
        return tables;
    }

    /** The rows named, where they were found. */
    FocusKeys keys(List<String> selects) throws InterruptedException {
        for (String table : tablesOf(selects)) {
            CountDownLatch latch = unfinished.get(table);
            if (latch != null) {
                latch.await();
            }
        }
        return answer(selects);
    }

    /** The rows named, as parents to be asked for where they live. */
    FocusKeys parents(List<String> selects) throws InterruptedException {
        FocusKeys keys = keys(selects);
        return routed.computeIfAbsent(selects, unused -> keys.routed(reaches));
    }

    /** Every cell asks; DuckDB is to parse a SELECT once. */
    private Set<String> tablesOf(List<String> selects) {
        return tables.computeIfAbsent(selects, this::parse);
    }

    private synchronized Set<String> parse(List<String> selects) {
        return tables(database, selects);
    }

    private FocusKeys answer(List<String> selects) {
        FocusKeys known = answered.get(selects);
        return known == null ? ask(selects) : known;
    }

    private synchronized FocusKeys ask(List<String> selects) {
        FocusKeys known = answered.get(selects);
        if (known == null) {
            for (String table : tables(database, selects)) {
                if (loaded.add(table)) {
                    schemas.table(table)
                            .ifPresent(schema -> database.execute("create temp table " + Sql.name(table) + " as "
                                    + TableWriter.relation(schema, run.rows(table))));
                }
            }
            known = FocusKeys.of(database, selects);
            answered.put(selects, known);
        }
        return known;
    }

    @Override
    public void close() {
        database.close();
    }
}

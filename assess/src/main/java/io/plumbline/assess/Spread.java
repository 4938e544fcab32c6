package io.plumbline.assess;

import io.plumbline.snapshot.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Deals numbered tasks out to a few threads, each with a connection of its own to one database. */
final class Spread {
    /** More would contend for the database's memory. */
    private static final int MOST = 4;

    private Spread() {}

    /**
     * Runs the tasks and answers with their results in order.
     *
     * @param worker makes what runs tasks on a connection
     * @throws RuntimeException that of the first task in order that failed; later ones may not have run
     */
    static <T> List<T> over(Database database, int tasks, Function<Database, IntFunction<T>> worker) {
        int threads = Math.clamp(tasks, 1, Math.min(MOST, Runtime.getRuntime().availableProcessors()));
        List<Database> connections = new ArrayList<>();
        try {
            BlockingQueue<IntFunction<T>> free = new ArrayBlockingQueue<>(threads);
            for (int i = 0; i < threads; i++) {
                Database connection = database.another();
                connections.add(connection);
                free.add(worker.apply(connection));
            }
            return run(tasks, threads, free);
        } finally {
            connections.forEach(Database::close);
        }
    }

    private static <T> List<T> run(int tasks, int threads, BlockingQueue<IntFunction<T>> free) {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<T>> running = IntStream.range(0, tasks)
                    .mapToObj(task -> pool.submit(() -> {
                        IntFunction<T> worker = free.take();
                        try {
                            return worker.apply(task);
                        } finally {
                            free.add(worker);
                        }
                    }))
                    .toList();
            List<T> results = new ArrayList<>();
            try {
                for (Future<T> one : running) {
                    results.add(one.get());
                }
            } catch (ExecutionException e) {
                pool.shutdownNow();
                switch (e.getCause()) {
                    case RuntimeException failed -> throw failed;
                    case Error failed -> throw failed;
                    case null, default -> throw new IllegalStateException(e);
                }
            } catch (InterruptedException e) {
                pool.shutdownNow();
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Judging was interrupted", e);
            }
            return results;
        }
    }
}

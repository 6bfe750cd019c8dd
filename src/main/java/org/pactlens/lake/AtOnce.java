package org.pactlens.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/**
 * Independent pieces of work on tables, several at once. Most of a small write is planning on the driver, which uses one
 * core: seventeen tables one after the other took twice as long.
 */
public final class AtOnce {
    private static final int THREADS = 4;

    private AtOnce() {}

    /**
     * Results in the order of the work. All pieces are brought to an end, whether or not one fails.
     *
     * @throws RuntimeException the first failure in the order of the work
     */
    public static <T> List<T> all(SparkSession spark, List<Supplier<T>> work) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<T>> started = new ArrayList<>();
            for (Supplier<T> piece : work) {
                started.add(threads.submit(() -> {
                    SparkSession.setActiveSession(spark);
                    return piece.get();
                }));
            }
            threads.shutdown();
            return results(started);
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> List<T> results(List<Future<T>> started) {
        List<T> results = new ArrayList<>();
        RuntimeException failure = null;
        for (Future<T> piece : started) {
            try {
                results.add(piece.get());
            } catch (ExecutionException e) {
                RuntimeException own = e.getCause() instanceof RuntimeException cause
                        ? cause
                        : new IllegalStateException(e.getCause());
                failure = failure == null ? own : failure;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while tables were written", e);
            }
        }
        if (failure != null) {
            throw failure;
        }
        return results;
    }
}

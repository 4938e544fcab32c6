package io.plumbline.collect;

/** One AWS resource type. The room {@code aws} has one class for each; nothing lists them by hand. */
@FunctionalInterface
public interface ResourceType {
    /** How it is read. Called once at start, so it must be cheap. */
    Source<?, ?> source();
}

package io.plumbline.collect;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Whether reading must end before everything is read, and why: told by any thread, the first reason counts. */
final class Halt {
    private final AtomicReference<Optional<Exception>> reason = new AtomicReference<>(Optional.empty());

    void call(Exception why) {
        reason.updateAndGet(known -> known.isPresent() ? known : Optional.of(why));
    }

    boolean called() {
        return reason.get().isPresent();
    }

    /** Throws the reason, if there is one. */
    void rethrow() throws InterruptedException {
        switch (reason.get().orElse(null)) {
            case null -> {}
            case InterruptedException e -> throw e;
            case RuntimeException e -> throw e;
            case Exception e -> throw new IllegalStateException(e);
        }
    }
}

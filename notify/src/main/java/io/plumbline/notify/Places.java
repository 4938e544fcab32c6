package io.plumbline.notify;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What is told of trouble that nobody foresaw: its kind and where, and not its message, which may hold a secret. */
final class Places {
    private static final int FRAMES = 4;

    private Places() {}

    static String of(Throwable thrown) {
        return thrown.getClass().getName() + " at "
                + Arrays.stream(thrown.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith("io.plumbline"))
                        .limit(FRAMES)
                        .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                        .collect(Collectors.joining(", "));
    }
}

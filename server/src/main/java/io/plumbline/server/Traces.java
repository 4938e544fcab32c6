package io.plumbline.server;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the log says of trouble that nobody foresaw: what it was and where, for whoever mends it. */
final class Traces {
    private static final int FRAMES = 15;

    private Traces() {}

    static String of(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .map(one -> one
                        + Arrays.stream(one.getStackTrace())
                                .limit(FRAMES)
                                .map(frame -> "\n    at " + frame)
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\nbecause of "));
    }
}

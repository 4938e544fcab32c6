package io.plumbline.server;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A parameter of an operation, with what its values must be.
 *
 * @param place where it stands
 * @param list whether it may be given several times
 * @param words the values there are; empty if others are good too
 * @param standard what is taken if it is not given
 */
record Parameter(
        String name,
        Place place,
        boolean required,
        boolean list,
        Kind kind,
        List<String> words,
        Optional<Pattern> pattern,
        Optional<Integer> mostCharacters,
        Optional<Long> least,
        Optional<Long> most,
        Optional<String> standard) {

    /** Where a parameter stands. */
    enum Place {
        PATH,
        QUERY
    }

    /** What a value is. */
    enum Kind {
        TEXT,
        INTEGER,
        DAY,
        MOMENT
    }

    /**
     * Checks what was given.
     *
     * @throws Problem that says which value is wrong and what is right
     */
    void check(List<String> values) {
        if (values.isEmpty() && required) {
            throw wrong("is missing");
        }
        if (values.size() > 1 && !list) {
            throw wrong("is given " + values.size() + " times; once is right");
        }
        values.forEach(this::check);
    }

    private void check(String value) {
        if (!words.isEmpty() && !words.contains(value)) {
            throw wrong("is '" + shown(value) + "'; right are " + String.join(", ", words));
        }
        if (pattern.isPresent() && !pattern.get().matcher(value).find()) {
            throw wrong("is '" + shown(value) + "', which has not the form " + pattern.get());
        }
        if (mostCharacters.isPresent() && value.length() > mostCharacters.get()) {
            throw wrong("is longer than " + mostCharacters.get() + " characters");
        }
        if (value.indexOf('\0') >= 0) {
            throw wrong("holds a NUL character");
        }
        switch (kind) {
            case TEXT -> {}
            case INTEGER -> number(value);
            case DAY -> day(value);
            case MOMENT -> moment(value);
        }
    }

    private void number(String value) {
        try {
            long number = Long.parseLong(value);
            if (least.isPresent() && number < least.get() || most.isPresent() && number > most.get()) {
                throw wrong("is " + number + "; right is "
                        + least.map(Object::toString).orElse("any number") + " to "
                        + most.map(Object::toString).orElse("any"));
            }
        } catch (NumberFormatException e) {
            throw wrong("is '" + shown(value) + "' and no whole number");
        }
    }

    private void day(String value) {
        try {
            LocalDate day = LocalDate.parse(value);
            if (day.getYear() < 1970 || day.getYear() > 9999) {
                throw wrong("is '" + shown(value) + "', outside of the years 1970 to 9999");
            }
        } catch (DateTimeException e) {
            throw wrong("is '" + shown(value) + "' and no day such as 2026-11-22");
        }
    }

    private void moment(String value) {
        try {
            Instant moment = Instant.parse(value);
            if (moment.isBefore(Instant.EPOCH) || moment.isAfter(Instant.parse("9999-12-31T23:59:59Z"))) {
                throw wrong("is '" + shown(value) + "', outside of the years 1970 to 9999");
            }
        } catch (DateTimeException e) {
            throw wrong("is '" + shown(value) + "' and no moment such as 2026-11-22T08:00:00Z");
        }
    }

    private Problem wrong(String what) {
        return Problem.badRequest("The parameter '" + name + "' " + what + ".");
    }

    private static String shown(String value) {
        return value.length() > 60 ? value.substring(0, 60) + "…" : value;
    }
}

package io.plumbline.filter;

import java.util.Arrays;
import java.util.List;

/**
 * Whether something matches, under each of the eight combinations of readings at once. Since all parts of a pattern, all events and all
 * filters are read the same way, combining matches bit by bit keeps what depends on the same open question together: a value that
 * matches under one reading and its negation can never both be "perhaps".
 *
 * @param readings bit r is set if it matches where the switches of {@link Ambiguity} stand as the bits of r, by position
 */
public record Match(int readings) {
    private static final int ALL = 0xff;

    /** Matches under every reading. */
    public static final Match ALWAYS = new Match(ALL);
    /** Matches under no reading. */
    public static final Match NEVER = new Match(0);

    public Match {
        if ((readings & ~ALL) != 0) {
            throw new IllegalArgumentException("there are eight readings, not " + Integer.toBinaryString(readings));
        }
    }

    static Match of(boolean matches) {
        return matches ? ALWAYS : NEVER;
    }

    /** Matches only where the open question is answered with yes. */
    static Match onlyIf(Ambiguity ambiguity) {
        int readings = 0;
        for (int reading = 0; reading <= 7; reading++) {
            readings |= (reading >> ambiguity.position() & 1) << reading;
        }
        return new Match(readings);
    }

    /** The one match where the open question is answered with yes, the other where it is answered with no. */
    static Match choose(Ambiguity ambiguity, boolean ifYes, boolean ifNo) {
        Match yes = onlyIf(ambiguity);
        return yes.and(of(ifYes)).or(yes.not().and(of(ifNo)));
    }

    /** Where both match. */
    public Match and(Match other) {
        return new Match(readings & other.readings);
    }

    /** Where at least one matches. */
    public Match or(Match other) {
        return new Match(readings | other.readings);
    }

    /** Where this does not match. */
    public Match not() {
        return new Match(~readings & ALL);
    }

    /** TRUE or FALSE if every reading says so, else UNKNOWN. */
    public Answer answer() {
        return switch (readings) {
            case ALL -> Answer.TRUE;
            case 0 -> Answer.FALSE;
            default -> Answer.UNKNOWN;
        };
    }

    /** The open questions that the answer depends on: none if it is known. */
    public List<Ambiguity> ambiguities() {
        return Arrays.stream(Ambiguity.values()).filter(this::dependsOn).toList();
    }

    private boolean dependsOn(Ambiguity ambiguity) {
        int step = 1 << ambiguity.position();
        int ifYes = readings & onlyIf(ambiguity).readings;
        int ifNo = readings & onlyIf(ambiguity).not().readings;
        return ifYes != ifNo << step;
    }
}

package io.plumbline.assess;

/**
 * What became of units from one assessment to a later one. Nothing counts as fixed or no longer judged that could only be hidden by what
 * the later scan did not read.
 *
 * @param newlyFailed failed now and did not before: they passed, were excepted, unknown, or not there
 * @param fixed failed before and pass now
 * @param noLongerKnown what was known of them before, good or bad, is UNKNOWN now
 * @param noLongerJudged failed before and are not applicable or not there any more
 * @param excepted failed before and are under an exception now
 */
public record UnitChanges(long newlyFailed, long fixed, long noLongerKnown, long noLongerJudged, long excepted) {
    /** Nothing happened. */
    public static final UnitChanges NONE = new UnitChanges(0, 0, 0, 0, 0);

    /** Both together. */
    public UnitChanges plus(UnitChanges other) {
        return new UnitChanges(
                newlyFailed + other.newlyFailed,
                fixed + other.fixed,
                noLongerKnown + other.noLongerKnown,
                noLongerJudged + other.noLongerJudged,
                excepted + other.excepted);
    }
}

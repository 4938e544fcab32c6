package io.plumbline.assess;

/**
 * A control in an account whose verdict changed, or some of whose units did.
 *
 * @param before the earlier row of the same control and account
 */
public record ControlChange(ControlResult before, ControlResult after, UnitChanges units) {
    /** Whether the control's own status is another. */
    public boolean verdictChanged() {
        return before.status() != after.status();
    }
}

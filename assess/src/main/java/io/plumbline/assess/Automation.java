package io.plumbline.assess;

/** Who decides: the key {@code assessment} of {@code rule.yaml}. */
public enum Automation {
    AUTOMATED,
    /** Data decides what it can, a person the rest. */
    HYBRID,
    MANUAL
}

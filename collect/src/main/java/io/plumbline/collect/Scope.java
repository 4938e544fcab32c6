package io.plumbline.collect;

/** How often a table is asked for in one account. */
public enum Scope {
    /** Once, at the partition's home region. */
    GLOBAL,
    /** In every enabled region. */
    REGIONAL
}

package io.plumbline.network;

/** How one block of addresses stands to another. */
public enum Relation {
    /** The same addresses. */
    EQUAL,
    /** All of the other's addresses and more. */
    WIDER,
    /** Some of the other's addresses and no more. */
    NARROWER,
    /** No address in common. */
    DISJOINT
}

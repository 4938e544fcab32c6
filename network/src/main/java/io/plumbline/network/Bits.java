package io.plumbline.network;

/** Masks of 64 bits. */
final class Bits {
    private Bits() {}

    /** A number whose lowest {@code count} bits are 1: none if the count is 0 or less, all if it is 64 or more. */
    static long lowest(int count) {
        if (count <= 0) {
            return 0;
        }
        return count >= Long.SIZE ? -1L : (1L << count) - 1;
    }
}

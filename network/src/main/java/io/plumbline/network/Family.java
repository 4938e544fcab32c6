package io.plumbline.network;

/** One of the two worlds of internet addresses; ranges of different families never meet. */
public enum Family {
    IPV4(32),
    IPV6(128);

    private final int bits;

    Family(int bits) {
        this.bits = bits;
    }

    /** The length of an address in bits, which is also the longest prefix. */
    public int bits() {
        return bits;
    }

    /** The block that holds every address of the family: {@code 0.0.0.0/0} or {@code ::/0}. */
    public Cidr everything() {
        return new Cidr(new Address(this, 0, 0), 0);
    }
}

package io.plumbline.collect;

/** What declarations do with ARNs that AWS sent. */
public final class ArnText {
    private ArnText() {}

    /** What stands behind the last slash or colon: the user's name, the topic's name. */
    public static String lastPart(String arn) {
        return arn.substring(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1);
    }
}

package io.plumbline.report;

/** Text that XML can hold: 1.0 has no form at all for most control characters and for half surrogate pairs (section 2.2). */
final class XmlText {
    private XmlText() {}

    /** The text with a replacement character for each that has no form. */
    static String of(String text) {
        return text.codePoints()
                .map(point -> allowed(point) ? point : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean allowed(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}

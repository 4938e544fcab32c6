package io.plumbline.collect;

/** Turns AWS member names into column names. */
public final class ColumnNames {
    private ColumnNames() {}

    /**
     * Snake case: a break before a capital that follows a lower-case letter or a digit, and before the last capital of a run that a
     * lower-case letter follows; so {@code TrailARN} is {@code trail_arn} and {@code DBInstanceArn} is {@code db_instance_arn}.
     */
    public static String snake(String member) {
        StringBuilder out = new StringBuilder(member.length() + 8);
        for (int i = 0; i < member.length(); i++) {
            char letter = member.charAt(i);
            if (Character.isUpperCase(letter) && i > 0 && startsWord(member, i)) {
                out.append('_');
            }
            out.append(Character.toLowerCase(letter));
        }
        return out.toString();
    }

    private static boolean startsWord(String member, int at) {
        char before = member.charAt(at - 1);
        boolean lowerFollows = at + 1 < member.length() && Character.isLowerCase(member.charAt(at + 1));
        return Character.isLowerCase(before)
                || (lowerFollows && (Character.isUpperCase(before) || Character.isDigit(before)));
    }
}

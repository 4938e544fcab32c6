package io.plumbline.filter;

/**
 * Whether a pattern could treat one account's events otherwise than another's. Most cannot, so what is known of them in one account is
 * known in all: an organization trail's filters are judged once and not once for each of a thousand accounts.
 */
public final class AccountNumbers {
    private AccountNumbers() {}

    /**
     * Whether it could. In a witness an account's number never stands beside a letter or another digit, so a digit that follows a letter in the
     * pattern ({@code s3}, {@code ec2}) cannot meet one, however wildcards stretch. A word that begins with a digit could, and so could a
     * regular expression or an escape; those are not looked into.
     */
    public static boolean mayMatter(String pattern) {
        boolean inWord = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (c == '%' || c == '\\' || digit && !inWord) {
                return true;
            }
            inWord = digit || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
        }
        return false;
    }
}

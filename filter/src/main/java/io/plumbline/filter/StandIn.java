package io.plumbline.filter;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * One account in place of all that patterns cannot tell from each other. What is known of the patterns in it is known in all, so an
 * organization trail's filters are judged once and not once for each of a thousand accounts.
 *
 * @param anyCounts whether every account could be treated otherwise than the stand-in
 * @param named the accounts that the patterns name
 */
public record StandIn(boolean anyCounts, Set<String> named) {
    private static final String ACCOUNT = "111122223333";

    /** The stand-in, or the account itself if one of the patterns could treat its events otherwise than the stand-in's. */
    public String of(String account) {
        return anyCounts || named.contains(account) || named.contains(ACCOUNT) ? account : ACCOUNT;
    }

    /**
     * What patterns could tell apart. In a witness an account's number never stands beside a letter or another digit. So a digit that follows
     * a letter in the pattern ({@code s3}, {@code ec2}) cannot meet one, however wildcards stretch, and twelve digits can only meet the very
     * number. Any other word that begins with a digit could, and so could a regular expression or an escape; those are not looked into.
     */
    public static StandIn in(Collection<String> patterns) {
        Set<String> named = new HashSet<>();
        boolean any = false;
        for (String pattern : patterns) {
            any |= pattern.indexOf('%') >= 0 || pattern.indexOf('\\') >= 0 || !words(pattern, named);
        }
        return new StandIn(any, Set.copyOf(named));
    }

    /** Collects the accounts that a pattern names; false if it has another word that begins with a digit. */
    private static boolean words(String pattern, Set<String> accounts) {
        int start = 0;
        for (int i = 0; i <= pattern.length(); i++) {
            char c = i < pattern.length() ? pattern.charAt(i) : ' ';
            if (!isDigit(c) && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z')) {
                if (start < i && isDigit(pattern.charAt(start))) {
                    String word = pattern.substring(start, i);
                    if (word.length() != 12 || !word.chars().allMatch(one -> isDigit((char) one))) {
                        return false;
                    }
                    accounts.add(word);
                }
                start = i + 1;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}

package io.plumbline.ledger;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.plumbline.model.BadInput;
import java.util.Locale;
import java.util.Set;

/** Which passwords are taken, and how they are kept: by Argon2id with the parameters that OWASP gives. */
final class Passwords {
    /** Letters that a password has at least. */
    static final int SHORTEST = 12;

    private static final int LONGEST = 500;
    private static final int SALT = 16;

    /** 19 MiB, two rounds, one lane (OWASP Password Storage Cheat Sheet). */
    private static final Argon2Function HASHING = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

    /** The commonest that are long enough, and what people make of a rule such as ours. */
    private static final Set<String> COMMON = Set.of(
            "123456789012",
            "1234567890123",
            "12345678901234",
            "123456789123",
            "123123123123",
            "111111111111",
            "000000000000",
            "password1234",
            "password12345",
            "password123456",
            "passwordpassword",
            "password123!",
            "qwertyuiop12",
            "qwertyuiop123",
            "qwertyuiop[]",
            "qwerty123456",
            "qwerty1234567",
            "1q2w3e4r5t6y",
            "1q2w3e4r5t6y7u",
            "1qaz2wsx3edc",
            "1qaz2wsx3edc4rfv",
            "q1w2e3r4t5y6",
            "administrator",
            "administrator1",
            "admin1234567",
            "adminadminadmin",
            "welcome12345",
            "welcome123456",
            "letmeinletmein",
            "iloveyou1234",
            "iloveyouiloveyou",
            "changemechangeme",
            "changeme1234",
            "abcdefghijkl",
            "abcdefghijklm",
            "abcd12345678",
            "abc123abc123",
            "aaaaaaaaaaaa",
            "asdfghjkl123",
            "asdfasdfasdf",
            "asdfghjkl;'",
            "zxcvbnm12345",
            "trustno1trustno1",
            "summer202612",
            "winter202612",
            "correcthorsebatterystaple",
            "plumbline123",
            "plumblineplumbline",
            "superman1234",
            "football1234",
            "baseball1234",
            "dragondragon",
            "monkeymonkey",
            "princess1234",
            "sunshine1234",
            "p@ssw0rd1234",
            "p@ssword1234",
            "passw0rd1234",
            "secretsecret",
            "secret123456",
            "computer1234",
            "internet1234",
            "testtesttest",
            "test12345678");

    /** What a password is held against where there is nobody of that name, so that both take the same time. */
    private final String nobodys = hash(Secrets.fresh());

    /** @throws BadInput if it is too short or easily guessed, saying which */
    static void check(String name, String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST || password.length() > LONGEST) {
            throw new BadInput("A password has " + SHORTEST + " to " + LONGEST
                    + " letters. Several words in a row are easy to keep in mind.");
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (lower.contains(name.toLowerCase(Locale.ROOT)) && name.length() * 2 > password.length()) {
            throw new BadInput(
                    "This password is mostly the name that it belongs to, which is tried first. Take another.");
        }
        if (COMMON.contains(lower) || lower.chars().distinct().count() < 4) {
            throw new BadInput("This password is among the commonest, which are tried first. Take another.");
        }
    }

    /** What is kept of it. */
    static String hash(String password) {
        return Password.hash(password).addRandomSalt(SALT).with(HASHING).getResult();
    }

    /**
     * Whether it is the one.
     *
     * @param kept what was kept of it; blank for one who has none or is nobody, for whom this takes the same time and says no
     */
    boolean right(String password, String kept) {
        if (kept.isBlank()) {
            Password.check(password, nobodys).with(HASHING);
            return false;
        }
        return Password.check(password, kept).with(Argon2Function.getInstanceFromHash(kept));
    }
}

package io.plumbline.ledger;

import io.plumbline.model.BadInput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/** By what people show that they are who they say: a password, and a code if they have set one up. */
public final class Credentials {
    private final Ledger ledger;
    private final Vault vault;
    private final Passwords passwords = new Passwords();

    Credentials(Ledger ledger, Vault vault) {
        this.ledger = ledger;
        this.vault = vault;
    }

    /**
     * A second factor that waits for its first code.
     *
     * @param secret for those who type
     * @param uri for those who scan: {@code otpauth://}
     */
    public record Enrolment(String secret, String uri) {
        /** Without the secret. */
        @Override
        public String toString() {
            return "Enrolment[]";
        }
    }

    /**
     * Says whether somebody may sign in. It takes as long for a name that there is not as for a wrong password, and no code counts twice.
     * The caller limits how often it may be asked.
     *
     * @param by the name as given, and where the request came from, for the audit log
     */
    public SignIn signIn(Actor by, String password, Optional<String> code, Instant now) {
        Optional<PersonRows.Row> row = ledger.read(handle -> PersonRows.one(handle, by.name()));
        // Before the transaction: a hash takes long enough to keep all other writers waiting.
        boolean right =
                passwords.right(password, row.map(PersonRows.Row::password).orElse(""));
        return ledger.write(handle -> {
            Optional<PersonRows.Row> known = PersonRows.one(handle, by.name())
                    .filter(one -> right && one.person().active())
                    .filter(one -> one.password().equals(row.orElseThrow().password()));
            if (known.isPresent() && known.get().totp().isPresent() && code.isEmpty()) {
                return new SignIn.CodeNeeded();
            }
            if (known.isEmpty() || !codeRight(handle, known.get(), code, now)) {
                // A name that there is not may be a password in the wrong field.
                String subject = row.map(one -> one.person().name()).orElse("unknown");
                AuditLog.append(handle, now, new Actor(subject, by.address()), "sign-in-refused", subject, Map.of());
                return new SignIn.Refused();
            }
            Person person = known.get().person();
            PersonRows.seen(handle, person.name(), now);
            AuditLog.append(handle, now, new Actor(person.name(), by.address()), "signed-in", person.name(), Map.of());
            return new SignIn.Welcome(person);
        });
    }

    private boolean codeRight(Handle handle, PersonRows.Row row, Optional<String> code, Instant now) {
        if (row.totp().isEmpty()) {
            return true;
        }
        String name = row.person().name();
        OptionalLong step = Totp.step(vault.open(place(name), row.totp().get()), code.orElse(""), now, row.totpStep());
        step.ifPresent(used -> PersonRows.totp(handle, name, row.totp(), row.totpNew(), used));
        return step.isPresent();
    }

    /**
     * Sets a new password. All sessions of the person end; the caller opens one anew for who did it.
     *
     * @throws BadInput if the old one is wrong, or the new one is the old, too short or easily guessed
     */
    public void changePassword(Actor person, String current, String fresh, Instant now) {
        PersonRows.Row row = ledger.read(handle -> People.existing(handle, person.name()));
        if (!passwords.right(current, row.password())) {
            throw new BadInput("The current password is another.");
        }
        if (current.equals(fresh)) {
            throw new BadInput("The new password is the current one. Take another.");
        }
        Passwords.check(row.person().name(), fresh);
        String kept = Passwords.hash(fresh);
        ledger.write(handle -> {
            replace(handle, row.person().name(), kept, false);
            AuditLog.append(
                    handle, now, person, "password-changed", row.person().name(), Map.of());
            return kept;
        });
    }

    /**
     * Makes a new password for somebody who lost theirs; they must change it. Their second factor and their sessions end.
     *
     * @throws BadInput if there is nobody of that name
     */
    public NewPerson resetPassword(String name, Actor by, Instant now) {
        String password = Secrets.fresh();
        String kept = Passwords.hash(password);
        return ledger.write(handle -> {
            String known = People.existing(handle, name).person().name();
            replace(handle, known, kept, true);
            PersonRows.totp(handle, known, Optional.empty(), Optional.empty(), 0);
            AuditLog.append(handle, now, by, "password-reset", known, Map.of());
            return new NewPerson(People.existing(handle, known).person(), password);
        });
    }

    private static void replace(Handle handle, String name, String kept, boolean mustChange) {
        PersonRows.password(handle, name, kept, mustChange);
        Sessions.endAll(handle, name);
    }

    /** Makes a second factor, which counts as soon as {@link #confirm} got a code of it. One that counts already goes on until then. */
    public Enrolment enrol(Actor person, Instant now) {
        String secret = Totp.freshSecret();
        return ledger.write(handle -> {
            PersonRows.Row row = People.existing(handle, person.name());
            String name = row.person().name();
            PersonRows.totp(handle, name, row.totp(), Optional.of(vault.seal(place(name), secret)), row.totpStep());
            AuditLog.append(handle, now, person, "second-factor-begun", name, Map.of());
            return new Enrolment(
                    secret,
                    "otpauth://totp/Plumbline:" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "?secret=" + secret
                            + "&issuer=Plumbline");
        });
    }

    /**
     * From now on signing in takes a code, too.
     *
     * @throws BadInput if none was begun, or the code is wrong
     */
    public void confirm(Actor person, String code, Instant now) {
        ledger.write(handle -> {
            PersonRows.Row row = People.existing(handle, person.name());
            String name = row.person().name();
            String sealed =
                    row.totpNew().orElseThrow(() -> new BadInput("No second factor was begun. Begin one first."));
            OptionalLong step = Totp.step(vault.open(place(name), sealed), code, now, row.totpStep());
            if (step.isEmpty()) {
                throw new BadInput(
                        "This code is wrong. See that the clocks of both devices are right, and give the next one.");
            }
            PersonRows.totp(handle, name, Optional.of(sealed), Optional.empty(), step.getAsLong());
            AuditLog.append(handle, now, person, "second-factor-set", name, Map.of());
            return name;
        });
    }

    /**
     * Takes the second factor away, for somebody who lost it.
     *
     * @throws BadInput if there is nobody of that name
     */
    public void removeSecondFactor(String name, Actor by, Instant now) {
        ledger.write(handle -> {
            String known = People.existing(handle, name).person().name();
            PersonRows.totp(handle, known, Optional.empty(), Optional.empty(), 0);
            AuditLog.append(handle, now, by, "second-factor-removed", known, Map.of());
            return known;
        });
    }

    private static String place(String name) {
        return "person/" + name + "/totp";
    }
}

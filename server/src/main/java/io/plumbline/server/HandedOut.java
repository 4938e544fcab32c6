package io.plumbline.server;

import io.plumbline.ledger.Actor;
import io.plumbline.ledger.NewReport;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;

/** Hands out files of assessments and remembers each with its hash, once it was sent to its end. */
record HandedOut(Center center) {

    /**
     * What a file is of.
     *
     * @param format as the API calls it
     * @param accounts ids of those that it tells of
     */
    record Subject(String format, String framework, String assessment, Instant moment, Set<String> accounts) {}

    /** A file that is remembered. */
    Answer.File file(Subject subject, Actor by, String type, String name, Consumer<OutputStream> content) {
        return new Answer.File(type, name, out -> {
            HashedOutput hashed = new HashedOutput(out);
            content.accept(hashed);
            try {
                hashed.flush();
            } catch (IOException e) {
                throw new UncheckedIOException("The file " + name + " could not be sent", e);
            }
            center.ledger()
                    .reports()
                    .add(
                            new NewReport(
                                    subject.format(),
                                    subject.framework(),
                                    subject.assessment(),
                                    subject.moment(),
                                    subject.accounts(),
                                    name,
                                    hashed.bytes(),
                                    hashed.sha256()),
                            by,
                            center.now());
        });
    }
}

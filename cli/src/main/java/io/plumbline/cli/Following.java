package io.plumbline.cli;

import io.plumbline.assess.Assessment;
import io.plumbline.assess.AssessmentRequest;
import io.plumbline.assess.Attestation;
import io.plumbline.assess.Catalog;
import io.plumbline.assess.Waiver;
import io.plumbline.ledger.Changes;
import io.plumbline.ledger.Ledger;
import io.plumbline.model.BadInput;
import io.plumbline.server.Judging;
import io.plumbline.snapshot.Schemas;
import io.plumbline.snapshot.Snapshot;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lets the ledger's findings follow what a command judges, and takes in the exceptions, answers and parameters that people gave there. The ledger is
 * opened when the scan has read everything, so that its troubles are not the scan's. That findings cannot follow is said.
 */
final class Following implements AutoCloseable {
    private final Path home;
    private final Optional<String> url;
    private final Catalog catalog;
    private final Schemas schemas;
    private final PrintWriter err;
    private Optional<Ledger> open = Optional.empty();

    private Following(Path home, Optional<String> url, Catalog catalog, Schemas schemas, PrintWriter err) {
        this.home = home;
        this.url = url;
        this.catalog = catalog;
        this.schemas = schemas;
        this.err = err;
    }

    /** @param url the ledger; empty for the one in the home */
    static Following in(Path home, Optional<String> url, Catalog catalog, Schemas schemas, PrintWriter err) {
        return new Following(home, url, catalog, schemas, err);
    }

    private Ledger ledger() {
        Ledger ledger = open.orElseGet(() -> Ledger.of(home, url));
        open = Optional.of(ledger);
        return ledger;
    }

    /**
     * The request with what people decided in the ledger, after what stands in files.
     *
     * @param ownSettings whether a file said what parameters rules have, so that those of the ledger do not count
     */
    AssessmentRequest known(AssessmentRequest request, Instant now, boolean ownSettings) {
        List<Waiver> waivers = Stream.concat(
                        request.waivers().stream(), ledger().exceptions(catalog).inForce(now).stream())
                .toList();
        List<Attestation> attestations = Stream.concat(
                        request.attestations().stream(), ledger().attestations(catalog).inForce(now).stream())
                .toList();
        return (ownSettings
                        ? request
                        : request.withSettings(ledger().parameters(catalog).inForce()))
                .withWaivers(waivers)
                .withAttestations(attestations);
    }

    /** Keeps the verdicts and lets the findings follow; says what that did. */
    void follow(Snapshot snapshot, Assessment assessment) {
        try {
            Changes changes =
                    new Judging(home, ledger(), catalog, schemas, InstantSource.system()).follow(snapshot, assessment);
            err.println("Findings: " + changes.opened() + " opened, " + changes.resolved() + " resolved, "
                    + changes.reopened() + " reopened, " + changes.notSeen() + " could not be looked at");
        } catch (BadInput e) {
            err.println("Note: the findings do not follow this assessment. " + e.getMessage());
        }
        err.flush();
    }

    /**
     * Sends what the ledger's routes tell of it. That this cannot be is said; it is no trouble of the scan.
     *
     * @param page where people find the Compliance Center
     */
    void tell(String page) {
        try {
            new Notices(home, catalog, page, err).send(ledger());
        } catch (BadInput e) {
            err.println("Note: no notifications are sent. " + e.getMessage());
            err.flush();
        }
    }

    @Override
    public void close() {
        open.ifPresent(Ledger::close);
    }
}

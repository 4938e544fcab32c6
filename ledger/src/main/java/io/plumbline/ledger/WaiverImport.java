package io.plumbline.ledger;

import io.plumbline.assess.Catalog;
import io.plumbline.assess.Waiver;
import io.plumbline.assess.WaiverFile;
import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Hashes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Takes over exceptions that were decided on elsewhere: in a file under version control, or in another tool. */
final class WaiverImport {
    private final Ledger ledger;
    private final Catalog catalog;
    private final Recount recount;

    WaiverImport(Ledger ledger, Catalog catalog, Recount recount) {
        this.ledger = ledger;
        this.catalog = catalog;
        this.recount = recount;
    }

    ImportReport yaml(String file, String text, Actor by, Visible visible, Instant now) {
        return take(WaiverFile.read(file, text, catalog), by, visible, now);
    }

    ImportReport take(List<Waiver> waivers, Actor by, Visible visible, Instant now) {
        return ledger.write(handle -> {
            WaiverSight sight = new WaiverSight(handle, visible);
            List<ImportReport.Skipped> skipped = new ArrayList<>();
            int taken = 0;
            for (Waiver given : waivers) {
                Waiver waiver = named(given);
                Optional<String> against = against(handle, sight, waiver, now);
                against.ifPresent(why -> skipped.add(new ImportReport.Skipped(given.id(), why)));
                if (against.isEmpty()) {
                    insert(handle, waiver, by, now);
                    taken++;
                }
            }
            Exceptions.cover(handle, now, by, recount);
            return new ImportReport(taken, skipped);
        });
    }

    /** An entry without an id gets one that is made of what it says, so that it is known again. */
    private static Waiver named(Waiver waiver) {
        if (!waiver.id().startsWith("#")) {
            return waiver;
        }
        String said = Columns.json(List.of(
                waiver.rules(),
                waiver.scope(),
                waiver.reason(),
                waiver.owner(),
                waiver.approver(),
                waiver.expires().toString()));
        String hash = Hashes.sha256(said);
        return new Waiver(
                "file-" + hash.substring(0, 12),
                waiver.rules(),
                waiver.scope(),
                waiver.reason(),
                waiver.owner(),
                waiver.approver(),
                waiver.expires());
    }

    /** Why it is not taken, if it is not. */
    private Optional<String> against(Handle handle, WaiverSight sight, Waiver waiver, Instant now) {
        if (WaiverRows.one(handle, waiver.id(), now).isPresent()) {
            return Optional.of(
                    "it is there already, and stays as it is. To change it, end it and give the new one another id.");
        }
        if (waiver.approver().isBlank()
                || waiver.approver().strip().equalsIgnoreCase(waiver.owner().strip())) {
            return Optional.of("its approver is its owner. Another person must approve it.");
        }
        if (!sight.within(waiver.scope())) {
            return Optional.of("its scope reaches accounts that you may not see.");
        }
        try {
            WaiverRules.check(
                    catalog,
                    new WaiverProposal(
                            waiver.rules(),
                            waiver.scope(),
                            waiver.reason(),
                            waiver.owner(),
                            waiver.expires(),
                            Optional.empty()),
                    now);
            return Optional.empty();
        } catch (BadInput e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static void insert(Handle handle, Waiver waiver, Actor by, Instant now) {
        WaiverRows.insert(
                handle,
                new WaiverEntry(
                        waiver.id(),
                        waiver.rules(),
                        waiver.scope(),
                        waiver.reason(),
                        waiver.owner(),
                        new WaiverEntry.Deed(waiver.owner(), now),
                        Optional.of(new WaiverEntry.Deed(waiver.approver(), now)),
                        Optional.empty(),
                        waiver.expires(),
                        Optional.empty(),
                        Optional.empty(),
                        WaiverState.ACTIVE,
                        0));
        AuditLog.append(
                handle,
                now,
                by,
                "exception-imported",
                waiver.id(),
                Map.of(
                        "rules",
                        waiver.rules(),
                        "scope",
                        waiver.scope(),
                        "reason",
                        waiver.reason(),
                        "owner",
                        waiver.owner(),
                        "approver",
                        waiver.approver(),
                        "expires",
                        waiver.expires().toString()));
    }
}

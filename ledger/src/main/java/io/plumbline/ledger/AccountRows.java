package io.plumbline.ledger;

import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Manifest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The accounts that the ledger knows, as they were before an assessment is taken in. */
final class AccountRows {
    private record Known(List<String> regions, String assessment, Instant moment) {}

    private final Map<String, Known> known = new HashMap<>();

    private AccountRows() {}

    static AccountRows of(Handle handle) {
        AccountRows rows = new AccountRows();
        handle.createQuery(
                        "select a.id, a.regions, s.id, s.moment from account a join assessment s on s.id = a.assessment")
                .map((row, context) -> Map.entry(
                        row.getString(1),
                        new Known(
                                Columns.texts(row.getString(2)),
                                row.getString(3),
                                Instant.ofEpochMilli(row.getLong(4)))))
                .forEach(entry -> rows.known.put(entry.getKey(), entry.getValue()));
        return rows;
    }

    /** The regions of each account as far as they are known. */
    Map<String, List<String>> regions() {
        Map<String, List<String>> regions = new HashMap<>();
        known.forEach((id, account) -> regions.put(id, account.regions()));
        return regions;
    }

    /** @throws BadInput if an account was seen by a newer assessment: findings go forward in time only */
    void refuseOlder(Manifest manifest, List<Manifest.Account> accounts) {
        for (Manifest.Account account : accounts) {
            Known newest = known.get(account.id());
            if (newest != null && newest.moment().isAfter(manifest.now())) {
                throw new BadInput("The snapshot " + manifest.id() + " of " + manifest.now()
                        + " cannot be followed: findings of the account " + account.id() + " follow "
                        + newest.assessment()
                        + " of " + newest.moment()
                        + ", which is newer. Follow snapshots in the order in which they were taken.");
            }
        }
    }

    void write(Handle handle, List<Manifest.Account> accounts, Reach reach, String assessment) {
        PreparedBatch batch =
                handle.prepareBatch("insert into account (id, name, status, entered, ous, ou_ids, regions,"
                        + " assessment) values (:id, :name, :status, :entered, :ous, :ouIds, :regions, :assessment)"
                        + " on conflict (id) do update set name = excluded.name, status = excluded.status,"
                        + " entered = excluded.entered, ous = excluded.ous, ou_ids = excluded.ou_ids, regions = excluded.regions,"
                        + " assessment = excluded.assessment");
        for (Manifest.Account account : accounts) {
            Known before = known.get(account.id());
            batch.bind("id", account.id())
                    .bind("name", account.name())
                    .bind("status", account.status())
                    .bind("entered", account.entered())
                    .bind("ous", Columns.json(account.ous()))
                    .bind("ouIds", Columns.json(account.ouIds()))
                    .bind(
                            "regions",
                            Columns.json(reach.regions(account, before == null ? List.of() : before.regions())))
                    .bind("assessment", assessment)
                    .add();
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}

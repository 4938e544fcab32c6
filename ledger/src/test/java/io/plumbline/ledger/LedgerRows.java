package io.plumbline.ledger;

import io.plumbline.model.FindingId;
import io.plumbline.model.Partition;
import java.util.List;
import java.util.Map;

/** Accounts and findings as a scan would have left them. */
record LedgerRows(Ledger ledger) {
    static final String DEV = "111122223333";
    static final String PROD = "444455556666";

    LedgerRows account(String id, List<String> ous, List<String> ouIds) {
        ledger.write(handle -> handle.execute(
                "insert into account (id, name, status, entered, ous, ou_ids, regions, assessment)"
                        + " values (?, ?, 'ACTIVE', true, ?, ?, '[]', 's1')",
                id,
                "name of " + id,
                Columns.json(ous),
                Columns.json(ouIds)));
        return this;
    }

    /** Two accounts: development in Root/Workloads/Dev, production in Root/Workloads/Prod. */
    LedgerRows twoAccounts() {
        return account(DEV, List.of("Root", "Workloads", "Dev"), List.of("r-1", "ou-1-work", "ou-1-dev"))
                .account(PROD, List.of("Root", "Workloads", "Prod"), List.of("r-1", "ou-1-work", "ou-1-prod"));
    }

    String finding(String rule, String account, String region, String unit) {
        return finding(rule, account, region, unit, unit, Map.of());
    }

    String finding(String rule, String account, String region, String unit, String asset, Map<String, String> tags) {
        String id = FindingId.of(rule, new Partition("aws"), unit).toString();
        ledger.write(handle -> handle.execute(
                "insert into finding (id, partition_id, rule, severity, account_id, region, unit, asset, tags, reason, evidence,"
                        + " warnings, state, first_seen, last_seen, assessment, reopened, disposition, comments)"
                        + " values (?, 'aws', ?, 2, ?, ?, ?, ?, ?, '', '{}', '[]', 'open', 0, 0, 's1', 0, 'none', 0)",
                id,
                rule,
                account,
                region,
                unit,
                asset,
                Columns.json(tags)));
        return id;
    }

    String covering(String finding) {
        return ledger.read(handle -> handle.createQuery("select coalesce(exception, '') from finding where id = :id")
                .bind("id", finding)
                .mapTo(String.class)
                .one());
    }

    /** What the history of a finding says, oldest first. */
    List<String> history(String finding) {
        return ledger.read(handle -> handle.createQuery(
                        "select kind || ' ' || actor || ' ' || detail from finding_event where finding = :id order by id")
                .bind("id", finding)
                .mapTo(String.class)
                .list());
    }
}

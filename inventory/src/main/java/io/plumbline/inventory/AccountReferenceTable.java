package io.plumbline.inventory;

import io.plumbline.snapshot.Sql;
import java.util.List;

/**
 * The table {@code account_reference}: accounts that assets of other accounts name. Three things name an account: a policy document
 * (with its statement), an ARN in any column, and a number in a column that is called after an account or owner. Twelve digits anywhere
 * else are only digits. What an account says of itself, and what tags, events and findings hold, is left out.
 */
final class AccountReferenceTable {
    private static final String NUMBER = "'^[0-9]{12}$'";

    private final Derivation derivation;

    AccountReferenceTable(Derivation derivation) {
        this.derivation = derivation;
    }

    void write() {
        TextFunction.register(
                derivation.database(), "policy_accounts", 1, arguments -> PolicyAccounts.json(arguments.getFirst()));
        String references =
                "(select * from " + derivation.read(ReferenceTable.NAME) + " where not starts_with(path, 'tags.')"
                        + " and not regexp_matches(type, '_(finding|lookup_event)$'))";
        String found =
                String.join(" union all ", List.of(inPolicies(references), inArns(references), inNumbers(references)));
        derivation.write(
                DerivedTables.ACCOUNT_REFERENCE.name(),
                "select distinct * from (" + found + ") where account_id <> holder_account_id"
                        + " order by account_id, holder_account_id, arn, column_path, statement");
    }

    /** Each document is read once, however many roles have it. */
    private static String inPolicies(String references) {
        return "select m.account as account_id, r.account_id as holder_account_id, r.region, r.arn, r.type, r.path as column_path,"
                + " m.value, m.statement, m.effect, m.element, m.conditions from " + references + " r join"
                + " (select document, unnest(from_json(policy_accounts(document), '[{\"account\":\"VARCHAR\",\"statement\":\"VARCHAR\","
                + "\"effect\":\"VARCHAR\",\"element\":\"VARCHAR\",\"value\":\"VARCHAR\",\"conditions\":\"VARCHAR\"}]')) as m"
                + " from (select distinct value as document from " + references
                + " where starts_with(value, '{') and contains(value, '\"Statement\"'))) on r.value = document";
    }

    private static String inArns(String references) {
        return "select split_part(value, ':', 5) as account_id, account_id as holder_account_id, region, arn, type, path as column_path,"
                + " value, '' as statement, '' as effect, '' as element, '' as conditions from " + references
                + " where starts_with(value, 'arn:') and regexp_matches(split_part(value, ':', 5), " + NUMBER + ")";
    }

    private static String inNumbers(String references) {
        return "select value as account_id, account_id as holder_account_id, region, arn, type, path as column_path, value,"
                + " '' as statement, '' as effect, '' as element, '' as conditions from " + references
                + " where regexp_matches(value, " + NUMBER + ") and regexp_matches(lower(path), "
                + Sql.text(ReferenceTable.ACCOUNT_PATH) + ")";
    }
}

package io.plumbline.inventory;

import java.util.Set;

/**
 * Tables whose rows say more about assets that another table holds: the row of a user in the credential report is no second user. Such
 * an asset is counted once, under the table that is not named here.
 */
final class SideTables {
    private static final Set<String> NAMES = Set.of(
            "aws_backup_protected_resource",
            "aws_ebs_public_snapshot",
            "aws_ec2_ami_in_use",
            "aws_iam_access_advisor",
            "aws_iam_account_authorization",
            "aws_iam_account_summary",
            "aws_iam_credential_report",
            "aws_iam_password_policy",
            "aws_iam_user_sign_in",
            "aws_inspector2_account",
            "aws_organizations_delegated_admin",
            "aws_resource_tag",
            "aws_s3_account_public_access_block");

    private SideTables() {}

    static boolean contains(String table) {
        return NAMES.contains(table);
    }
}

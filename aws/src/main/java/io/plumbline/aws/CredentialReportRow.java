package io.plumbline.aws;

import java.time.Instant;

/**
 * One user of the credential report, as AWS wrote it: where it has no date it says N/A, no_information or not_supported (IAM User
 * Guide, "Getting credential reports"). Components with digits are spelled as the columns of the CSV.
 *
 * @param userName the user's name, or {@code <root_account>}
 * @param userArn the user's ARN
 * @param generatedTime when AWS made the report, up to four hours ago
 */
record CredentialReportRow(
        String userName,
        String userArn,
        String userCreationTime,
        String passwordEnabled,
        String passwordLastUsed,
        String passwordLastChanged,
        String passwordNextRotation,
        String mfaActive,
        String access_key_1_active,
        String access_key_1_last_rotated,
        String access_key_1_last_used_date,
        String access_key_1_last_used_region,
        String access_key_1_last_used_service,
        String access_key_2_active,
        String access_key_2_last_rotated,
        String access_key_2_last_used_date,
        String access_key_2_last_used_region,
        String access_key_2_last_used_service,
        String cert_1_active,
        String cert_1_last_rotated,
        String cert_2_active,
        String cert_2_last_rotated,
        Instant generatedTime) {}

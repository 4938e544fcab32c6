"""A locked vault, an open one, and a plan that fills the first."""


def seed(session, region):
    backup = session.client("backup", region)
    backup.create_backup_vault(BackupVaultName="nightly", BackupVaultTags={"owner": "platform"})
    backup.put_backup_vault_lock_configuration(BackupVaultName="nightly", MinRetentionDays=7, MaxRetentionDays=365,
                                               ChangeableForDays=3)
    backup.create_backup_vault(BackupVaultName="drafts")
    backup.create_backup_plan(BackupPlan={"BackupPlanName": "every-night", "Rules": [{
        "RuleName": "nightly", "TargetBackupVaultName": "nightly", "ScheduleExpression": "cron(0 3 * * ? *)",
        "StartWindowMinutes": 60, "CompletionWindowMinutes": 360, "Lifecycle": {"DeleteAfterDays": 35},
        "CopyActions": [{"DestinationBackupVaultArn": "arn:aws:backup:eu-west-1:123456789012:backup-vault:copies",
                         "Lifecycle": {"DeleteAfterDays": 90}}]}]})

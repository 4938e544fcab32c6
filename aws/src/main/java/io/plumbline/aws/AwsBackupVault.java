package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.backup.model.BackupVaultListMember;

/** Vaults of AWS Backup, whether they are locked and who may reach into them. */
@AutoService(ResourceType.class)
public final class AwsBackupVault implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_backup_vault",
                        "Vaults of AWS Backup, with their lock and access policy.",
                        BackupClient::builder)
                .list(
                        "backup:ListBackupVaults",
                        of(BackupVaultListMember::builder),
                        backup -> backup.listBackupVaultsPaginator(request -> request.maxResults(1000))
                                .backupVaultList())
                .detail(
                        "policy",
                        "backup:GetBackupVaultAccessPolicy",
                        Shape.text(),
                        (backup, vault) -> backup.getBackupVaultAccessPolicy(
                                        request -> request.backupVaultName(vault.backupVaultName()))
                                .policy())
                .arn((row, place) -> row.backupVaultArn())
                .name(BackupVaultListMember::backupVaultName)
                .none("ResourceNotFoundException");
    }
}

package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ArnText;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.backup.model.RecoveryPointByBackupVault;

/** The newest backups of each resource in each vault; a vault may hold millions of older ones. */
@AutoService(ResourceType.class)
public final class AwsBackupRecoveryPoint implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_backup_recovery_point",
                        "The ten newest recovery points of each resource in each backup vault.",
                        BackupClient::builder)
                .under(
                        "aws_backup_vault",
                        "backup:ListRecoveryPointsByBackupVault",
                        of(RecoveryPointByBackupVault::builder),
                        (backup, vault, place) -> newest(backup.listRecoveryPointsByBackupVaultPaginator(
                                        request -> request.backupVaultName(ArnText.lastPart(vault))
                                                .maxResults(1000))
                                .recoveryPoints()))
                .arn((row, place) -> row.recoveryPointArn())
                .name(RecoveryPointByBackupVault::resourceName)
                .gone("ResourceNotFoundException");
    }

    private static final int KEPT = 10;

    /** AWS promises no order, so all are looked at; only the newest of each resource are held. */
    private static List<RecoveryPointByBackupVault> newest(Iterable<RecoveryPointByBackupVault> points) {
        Map<String, PriorityQueue<RecoveryPointByBackupVault>> kept = new LinkedHashMap<>();
        for (RecoveryPointByBackupVault point : points) {
            PriorityQueue<RecoveryPointByBackupVault> best = kept.computeIfAbsent(
                    String.valueOf(point.resourceArn()),
                    unused -> new PriorityQueue<>(Comparator.comparing(RecoveryPointByBackupVault::creationDate)));
            best.add(point);
            if (best.size() > KEPT) {
                best.remove();
            }
        }
        return kept.values().stream().flatMap(PriorityQueue::stream).toList();
    }
}

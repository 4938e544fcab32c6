package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import java.util.stream.Stream;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.backup.model.BackupPlan;
import software.amazon.awssdk.services.backup.model.BackupPlansListMember;
import software.amazon.awssdk.services.backup.model.BackupSelection;
import software.amazon.awssdk.services.backup.model.BackupSelectionsListMember;

/** Plans of AWS Backup: when and where to, and which resources they choose. */
@AutoService(ResourceType.class)
public final class AwsBackupPlan implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_backup_plan",
                        "Plans of AWS Backup, with their rules and the resources they choose.",
                        BackupClient::builder)
                .list(
                        "backup:ListBackupPlans",
                        of(BackupPlansListMember::builder),
                        backup -> backup.listBackupPlansPaginator(request -> request.maxResults(1000))
                                .backupPlansList())
                .detail(
                        "plan",
                        "backup:GetBackupPlan",
                        of(BackupPlan::builder),
                        (backup, row) -> backup.getBackupPlan(request -> request.backupPlanId(row.backupPlanId()))
                                .backupPlan())
                .detail(
                        "selections",
                        "backup:ListBackupSelections",
                        Shape.list(of(BackupSelectionsListMember::builder)),
                        (backup, row) -> selections(backup, row).toList())
                .detail(
                        "selection_rules",
                        "backup:GetBackupSelection",
                        Shape.list(of(BackupSelection::builder)),
                        (backup, row) -> selections(backup, row)
                                .map(selection -> backup.getBackupSelection(
                                                request -> request.backupPlanId(row.backupPlanId())
                                                        .selectionId(selection.selectionId()))
                                        .backupSelection())
                                .toList())
                .arn((row, place) -> row.backupPlanArn())
                .name(BackupPlansListMember::backupPlanName)
                .gone("ResourceNotFoundException");
    }

    private static Stream<BackupSelectionsListMember> selections(BackupClient backup, BackupPlansListMember plan) {
        return backup
                .listBackupSelectionsPaginator(
                        request -> request.backupPlanId(plan.backupPlanId()).maxResults(1000))
                .backupSelectionsList()
                .stream();
    }
}

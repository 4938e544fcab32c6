package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.efs.EfsClient;
import software.amazon.awssdk.services.efs.model.BackupPolicy;
import software.amazon.awssdk.services.efs.model.FileSystemDescription;
import software.amazon.awssdk.services.efs.model.MountTargetDescription;
import software.amazon.awssdk.services.efs.model.Tag;

/** File systems, who may mount them and where. */
@AutoService(ResourceType.class)
public final class AwsEfsFileSystem implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_efs_file_system",
                        "EFS file systems: who may mount them, where, and whether they are backed up.",
                        EfsClient::builder)
                .list(
                        "elasticfilesystem:DescribeFileSystems",
                        of(FileSystemDescription::builder),
                        efs -> efs.describeFileSystemsPaginator(request -> request.maxItems(100))
                                .fileSystems())
                .detail(
                        "policy",
                        "elasticfilesystem:DescribeFileSystemPolicy",
                        Shape.text(),
                        (efs, row) -> efs.describeFileSystemPolicy(request -> request.fileSystemId(row.fileSystemId()))
                                .policy())
                .detail(
                        "mount_targets",
                        "elasticfilesystem:DescribeMountTargets",
                        Shape.list(of(MountTargetDescription::builder)),
                        (efs, row) -> efs
                                .describeMountTargetsPaginator(request ->
                                        request.fileSystemId(row.fileSystemId()).maxItems(100))
                                .mountTargets()
                                .stream()
                                .toList())
                .detail(
                        "backup_policy",
                        "elasticfilesystem:DescribeBackupPolicy",
                        of(BackupPolicy::builder),
                        (efs, row) -> efs.describeBackupPolicy(request -> request.fileSystemId(row.fileSystemId()))
                                .backupPolicy())
                .arn((row, place) -> row.fileSystemArn())
                .name(FileSystemDescription::name)
                .tags(FileSystemDescription::tags, Tag::key, Tag::value)
                .none("PolicyNotFound")
                .gone("FileSystemNotFound");
    }
}

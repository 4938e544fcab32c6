package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.backup.model.ProtectedResource;

/** What AWS Backup has a backup of; what is not here has none. */
@AutoService(ResourceType.class)
public final class AwsBackupProtectedResource implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_backup_protected_resource",
                        "Resources of which AWS Backup has made a backup.",
                        BackupClient::builder)
                .list(
                        "backup:ListProtectedResources",
                        of(ProtectedResource::builder),
                        backup -> backup.listProtectedResourcesPaginator(request -> request.maxResults(1000))
                                .results())
                .arn((row, place) -> row.resourceArn())
                .name(ProtectedResource::resourceName);
    }
}

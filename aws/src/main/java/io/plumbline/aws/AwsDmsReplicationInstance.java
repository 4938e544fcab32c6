package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.databasemigration.DatabaseMigrationClient;
import software.amazon.awssdk.services.databasemigration.model.ReplicationInstance;

/** Database migration instances. */
@AutoService(ResourceType.class)
public final class AwsDmsReplicationInstance implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_dms_replication_instance",
                        "Database migration instances, and whether they can be reached from outside.",
                        DatabaseMigrationClient::builder)
                .list(
                        "dms:DescribeReplicationInstances",
                        of(ReplicationInstance::builder),
                        dms -> () ->
                                dms.describeReplicationInstancesPaginator(request -> request.maxRecords(100)).stream()
                                        .flatMap(page -> page.replicationInstances().stream())
                                        .iterator())
                .arn((row, place) -> row.replicationInstanceArn())
                .name(ReplicationInstance::replicationInstanceIdentifier);
    }
}

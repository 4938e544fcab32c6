package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Seal;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.Tag;

/** Database instances of RDS and Aurora; those of Neptune and DocumentDB have tables of their own. */
@AutoService(ResourceType.class)
public final class AwsRdsDbInstance implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional("aws_rds_db_instance", "Database instances of RDS and Aurora.", RdsClient::builder)
                .list(
                        "rds:DescribeDBInstances",
                        of(DBInstance::builder).sealing(Seal.out("PendingModifiedValues.MasterUserPassword")),
                        rds -> () ->
                                rds
                                        .describeDBInstancesPaginator(request -> request.maxRecords(100))
                                        .dbInstances()
                                        .stream()
                                        .filter(instance -> RdsEngines.isRds(instance.engine()))
                                        .iterator())
                .arn((row, place) -> row.dbInstanceArn())
                .name(DBInstance::dbInstanceIdentifier)
                .tags(DBInstance::tagList, Tag::key, Tag::value);
    }
}

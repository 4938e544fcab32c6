package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.databasemigration.DatabaseMigrationClient;
import software.amazon.awssdk.services.databasemigration.model.Endpoint;

/** Databases that migration reads from or writes to. The settings of an engine may hold its password and are left out. */
@AutoService(ResourceType.class)
public final class AwsDmsEndpoint implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_dms_endpoint",
                        "Databases that migration instances read from or write to, without their passwords.",
                        DatabaseMigrationClient::builder)
                .list(
                        "dms:DescribeEndpoints",
                        Shape.without(
                                Endpoint::builder,
                                "ExtraConnectionAttributes",
                                "MongoDbSettings",
                                "KafkaSettings",
                                "RedshiftSettings",
                                "PostgreSQLSettings",
                                "MySQLSettings",
                                "OracleSettings",
                                "SybaseSettings",
                                "MicrosoftSQLServerSettings",
                                "IBMDb2Settings",
                                "DocDbSettings",
                                "RedisSettings",
                                "GcpMySQLSettings"),
                        dms -> () -> dms.describeEndpointsPaginator(request -> request.maxRecords(100)).stream()
                                .flatMap(page -> page.endpoints().stream())
                                .iterator())
                .arn((row, place) -> row.endpointArn())
                .name(Endpoint::endpointIdentifier)
                // So AWS answers where there is none at all.
                .none("ResourceNotFoundFault");
    }
}

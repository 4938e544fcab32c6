package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Seal;
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
                        Shape.of(Endpoint::builder)
                                .sealing(
                                        Seal.all("ExtraConnectionAttributes"),
                                        Seal.out("MongoDbSettings.Password"),
                                        Seal.out("KafkaSettings.SaslPassword"),
                                        Seal.out("KafkaSettings.SslClientKeyPassword"),
                                        Seal.out("RedshiftSettings.Password"),
                                        Seal.out("PostgreSQLSettings.Password"),
                                        Seal.out("MySQLSettings.Password"),
                                        Seal.out("OracleSettings.Password"),
                                        Seal.out("OracleSettings.AsmPassword"),
                                        Seal.out("OracleSettings.SecurityDbEncryption"),
                                        Seal.out("SybaseSettings.Password"),
                                        Seal.out("MicrosoftSQLServerSettings.Password"),
                                        Seal.out("IBMDb2Settings.Password"),
                                        Seal.out("DocDbSettings.Password"),
                                        Seal.out("RedisSettings.AuthPassword"),
                                        Seal.out("GcpMySQLSettings.Password")),
                        dms -> () -> dms.describeEndpointsPaginator(request -> request.maxRecords(100)).stream()
                                .flatMap(page -> page.endpoints().stream())
                                .iterator())
                .arn((row, place) -> row.endpointArn())
                .name(Endpoint::endpointIdentifier)
                // So AWS answers where there is none at all.
                .none("ResourceNotFoundFault");
    }
}

package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ContinuousBackupsDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** DynamoDB tables, whether they can be restored to a point in time, and who else may use them. */
@AutoService(ResourceType.class)
public final class AwsDynamodbTable implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_dynamodb_table",
                        "DynamoDB tables, whether they can be restored to a point in time, and who else may use them.",
                        DynamoDbClient::builder)
                .keys(
                        "dynamodb:ListTables",
                        dynamodb -> dynamodb.listTablesPaginator(request -> request.limit(100))
                                .tableNames())
                .describe(
                        "dynamodb:DescribeTable",
                        of(TableDescription::builder),
                        (dynamodb, name) -> dynamodb.describeTable(request -> request.tableName(name))
                                .table())
                .detail(
                        "continuous_backups",
                        "dynamodb:DescribeContinuousBackups",
                        of(ContinuousBackupsDescription::builder),
                        (dynamodb, table) -> dynamodb.describeContinuousBackups(
                                        request -> request.tableName(table.tableName()))
                                .continuousBackupsDescription())
                .detail(
                        "policy",
                        "dynamodb:GetResourcePolicy",
                        Shape.text(),
                        (dynamodb, table) -> dynamodb.getResourcePolicy(
                                        request -> request.resourceArn(table.tableArn()))
                                .policy())
                .arn((row, place) -> row.tableArn())
                .name(TableDescription::tableName)
                .none("PolicyNotFoundException")
                .gone("ResourceNotFoundException", "TableNotFoundException");
    }
}

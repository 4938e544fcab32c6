package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.lightsail.LightsailClient;
import software.amazon.awssdk.services.lightsail.model.GetRelationalDatabasesResponse;
import software.amazon.awssdk.services.lightsail.model.RelationalDatabase;
import software.amazon.awssdk.services.lightsail.model.Tag;

/** Databases of Lightsail, and whether they can be reached from outside. */
@AutoService(ResourceType.class)
public final class AwsLightsailDatabase implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_lightsail_database",
                        "Databases of Lightsail, and whether they can be reached from outside.",
                        LightsailClient::builder)
                .list(
                        "lightsail:GetRelationalDatabases",
                        of(RelationalDatabase::builder),
                        lightsail -> TokenPages.of(
                                token -> lightsail.getRelationalDatabases(request -> request.pageToken(token)),
                                GetRelationalDatabasesResponse::nextPageToken,
                                GetRelationalDatabasesResponse::relationalDatabases))
                .arn((row, place) -> row.arn())
                .name(RelationalDatabase::name)
                .tags(RelationalDatabase::tags, Tag::key, Tag::value);
    }
}

package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.securitylake.SecurityLakeClient;
import software.amazon.awssdk.services.securitylake.model.DataLakeResource;
import software.amazon.awssdk.services.securitylake.model.LogSource;

/** The data lake of a region, if Security Lake is on there. */
@AutoService(ResourceType.class)
public final class AwsSecuritylakeDataLake implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_securitylake_data_lake",
                        "Data lakes of Security Lake, and which sources fill them.",
                        SecurityLakeClient::builder)
                .list(
                        "securitylake:ListDataLakes",
                        of(DataLakeResource::builder),
                        (lake, place) -> lake.listDataLakes(request -> request.regions(place.region()))
                                .dataLakes())
                .detail(
                        "log_sources",
                        "securitylake:ListLogSources",
                        Shape.list(of(LogSource::builder)),
                        (lake, row) -> lake
                                .listLogSourcesPaginator(
                                        request -> request.regions(row.region()).maxResults(100))
                                .sources()
                                .stream()
                                .toList())
                .arn((row, place) -> row.dataLakeArn())
                .name(DataLakeResource::region)
                .none("ResourceNotFoundException");
    }
}

package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.s3control.model.AccessPoint;
import software.amazon.awssdk.services.s3control.model.GetAccessPointResponse;

/** S3 access points of the account, and who may use them. */
@AutoService(ResourceType.class)
public final class AwsS3AccessPoint implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_s3_access_point",
                        "S3 access points of the account, with their policies and blocks of public access.",
                        S3ControlClient::builder)
                .list(
                        "s3:ListAccessPoints",
                        of(AccessPoint::builder),
                        (s3, place) -> () -> s3
                                .listAccessPointsPaginator(request -> request.accountId(
                                                place.accountId().value())
                                        .maxResults(1000))
                                .stream()
                                .flatMap(page -> page.accessPointList().stream())
                                .iterator())
                .detail(
                        "policy",
                        "s3:GetAccessPointPolicy",
                        Shape.text(),
                        (s3, point, place) -> s3.getAccessPointPolicy(request -> request.accountId(
                                                place.accountId().value())
                                        .name(point.name()))
                                .policy(),
                        (point, place) -> true)
                .detail(
                        "settings",
                        "s3:GetAccessPoint",
                        of(GetAccessPointResponse::builder),
                        (s3, point, place) -> s3.getAccessPoint(request ->
                                request.accountId(place.accountId().value()).name(point.name())),
                        (point, place) -> true)
                .arn((row, place) -> row.accessPointArn())
                .name(AccessPoint::name)
                .none("NoSuchAccessPointPolicy")
                .gone("NoSuchAccessPoint");
    }
}

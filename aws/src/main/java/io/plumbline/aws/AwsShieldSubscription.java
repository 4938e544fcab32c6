package io.plumbline.aws;

import static io.plumbline.collect.Declare.global;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.shield.ShieldClient;
import software.amazon.awssdk.services.shield.model.Protection;
import software.amazon.awssdk.services.shield.model.Subscription;

/** The subscription to Shield Advanced and what it protects; no row without one. */
@AutoService(ResourceType.class)
public final class AwsShieldSubscription implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return global(
                        "aws_shield_subscription",
                        "The subscription to Shield Advanced, with what it protects; no row without one.",
                        ShieldClient::builder)
                .one(
                        "shield:DescribeSubscription",
                        of(Subscription::builder),
                        shield -> shield.describeSubscription(request -> {}).subscription())
                .detail(
                        "protections",
                        "shield:ListProtections",
                        Shape.list(of(Protection::builder)),
                        (shield, row) ->
                                shield
                                        .listProtectionsPaginator(request -> request.maxResults(10000))
                                        .protections()
                                        .stream()
                                        .toList())
                .arn((row, place) -> row.subscriptionArn())
                .none("ResourceNotFoundException");
    }
}

package io.plumbline.aws;

import static io.plumbline.collect.Declare.global;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.costexplorer.CostExplorerClient;
import software.amazon.awssdk.services.costexplorer.model.AnomalySubscription;

/** Who hears of unusual costs. One list for all monitors: Cost Explorer bills every call. */
@AutoService(ResourceType.class)
public final class AwsCeAnomalySubscription implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return global(
                        "aws_ce_anomaly_subscription",
                        "Who is told of unusual costs, by which monitors, above which threshold.",
                        CostExplorerClient::builder)
                .list(
                        "ce:GetAnomalySubscriptions",
                        of(AnomalySubscription::builder),
                        costs -> costs.getAnomalySubscriptionsPaginator(request -> request.maxResults(100))
                                .anomalySubscriptions())
                .arn((row, place) -> row.subscriptionArn())
                .name(AnomalySubscription::subscriptionName);
    }
}

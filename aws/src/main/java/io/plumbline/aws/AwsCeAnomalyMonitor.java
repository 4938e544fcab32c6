package io.plumbline.aws;

import static io.plumbline.collect.Declare.global;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.costexplorer.CostExplorerClient;
import software.amazon.awssdk.services.costexplorer.model.AnomalyMonitor;

/** Monitors of unusual costs. Cost Explorer bills every call. */
@AutoService(ResourceType.class)
public final class AwsCeAnomalyMonitor implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return global("aws_ce_anomaly_monitor", "Monitors that watch for unusual costs.", CostExplorerClient::builder)
                .list(
                        "ce:GetAnomalyMonitors",
                        of(AnomalyMonitor::builder),
                        costs -> costs.getAnomalyMonitorsPaginator(request -> request.maxResults(100))
                                .anomalyMonitors())
                .arn((row, place) -> row.monitorArn())
                .name(AnomalyMonitor::monitorName);
    }
}

package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.dlm.DlmClient;
import software.amazon.awssdk.services.dlm.model.LifecyclePolicy;
import software.amazon.awssdk.services.dlm.model.LifecyclePolicySummary;

/** Policies of Data Lifecycle Manager; AWS lists them all in one answer. */
@AutoService(ResourceType.class)
public final class AwsDlmLifecyclePolicy implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_dlm_lifecycle_policy",
                        "Policies by which Data Lifecycle Manager makes and drops snapshots and images.",
                        DlmClient::builder)
                .keys(
                        "dlm:GetLifecyclePolicies",
                        dlm -> dlm.getLifecyclePolicies(request -> {}).policies().stream()
                                .map(LifecyclePolicySummary::policyId)
                                .toList())
                .describe(
                        "dlm:GetLifecyclePolicy",
                        of(LifecyclePolicy::builder),
                        (dlm, id) -> dlm.getLifecyclePolicy(request -> request.policyId(id))
                                .policy())
                .arn((row, place) -> row.policyArn())
                .name(LifecyclePolicy::policyId)
                .tags(row -> row.tags())
                .gone("ResourceNotFoundException");
    }
}

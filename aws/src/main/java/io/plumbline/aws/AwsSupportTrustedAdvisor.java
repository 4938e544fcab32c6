package io.plumbline.aws;

import static io.plumbline.collect.Declare.global;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.support.SupportClient;
import software.amazon.awssdk.services.support.model.TrustedAdvisorCheckDescription;

/** Checks of Trusted Advisor; no row where the account has no support plan that shows them. */
@AutoService(ResourceType.class)
public final class AwsSupportTrustedAdvisor implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return global(
                        "aws_support_trusted_advisor",
                        "Checks of Trusted Advisor; no row without a support plan that shows them.",
                        SupportClient::builder)
                .list(
                        "support:DescribeTrustedAdvisorChecks",
                        of(TrustedAdvisorCheckDescription::builder),
                        support -> support.describeTrustedAdvisorChecks(request -> request.language("en"))
                                .checks())
                .arn((row, place) -> place.globalArn("trustedadvisor", "checks/" + row.category() + "/" + row.id()))
                .name(TrustedAdvisorCheckDescription::name)
                .none("SubscriptionRequiredException");
    }
}

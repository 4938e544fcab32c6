package io.plumbline.aws;

import static io.plumbline.collect.Declare.global;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.Place;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.EffectivePolicy;
import software.amazon.awssdk.services.organizations.model.InvalidInputException;
import software.amazon.awssdk.services.organizations.model.PolicySummary;
import software.amazon.awssdk.services.organizations.model.PolicyTargetSummary;
import software.amazon.awssdk.services.organizations.model.PolicyType;
import software.amazon.awssdk.services.organizations.model.UnsupportedApiEndpointException;

/** The policies of the organization, of every type that it has. */
@AutoService(ResourceType.class)
public final class AwsOrganizationsPolicy implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return global(
                        "aws_organizations_policy",
                        "Policies of the organization with their documents and what they are attached to.",
                        OrganizationsClient::builder)
                .under(
                        "aws_organization",
                        "organizations:ListPolicies",
                        of(PolicySummary::builder),
                        (organizations, organization, place) -> place.answersFor(organization)
                                ? () -> PolicyType.knownValues().stream()
                                        .sorted()
                                        .flatMap(type -> ofType(organizations, type))
                                        .iterator()
                                : List.of())
                .detail(
                        "content",
                        "organizations:DescribePolicy",
                        Shape.text(),
                        (organizations, policy) -> organizations
                                .describePolicy(request -> request.policyId(policy.id()))
                                .policy()
                                .content())
                .detail(
                        "targets",
                        "organizations:ListTargetsForPolicy",
                        Shape.list(of(PolicyTargetSummary::builder)),
                        (organizations, policy) ->
                                organizations
                                        .listTargetsForPolicyPaginator(request ->
                                                request.policyId(policy.id()).maxResults(20))
                                        .stream()
                                        .flatMap(page -> page.targets().stream())
                                        .toList())
                .detail(
                        "effective_policy",
                        "organizations:DescribeEffectivePolicy",
                        of(EffectivePolicy::builder),
                        (organizations, policy, place) -> organizations
                                .describeEffectivePolicy(request -> request.policyType(policy.typeAsString()))
                                .effectivePolicy(),
                        AwsOrganizationsPolicy::isInherited)
                .arn((row, place) -> row.arn())
                .name(PolicySummary::name)
                .none("EffectivePolicyNotFoundException")
                .gone("PolicyNotFoundException");
    }

    /** Some partitions know fewer types than the SDK; what they do not know has no policies. */
    private static Stream<PolicySummary> ofType(OrganizationsClient organizations, PolicyType type) {
        try {
            return organizations
                    .listPoliciesPaginator(request -> request.filter(type).maxResults(20))
                    .stream()
                    .flatMap(page -> page.policies().stream())
                    .toList()
                    .stream();
        } catch (UnsupportedApiEndpointException | InvalidInputException e) {
            return Stream.of();
        }
    }

    /** AWS merges policies of these types on their way down; of the others there is no merged document. */
    private static boolean isInherited(PolicySummary policy, Place place) {
        return policy.type() != PolicyType.SERVICE_CONTROL_POLICY
                && policy.type() != PolicyType.RESOURCE_CONTROL_POLICY;
    }
}

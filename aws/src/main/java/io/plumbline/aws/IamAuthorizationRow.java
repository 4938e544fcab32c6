package io.plumbline.aws;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.AttachedPermissionsBoundary;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;
import software.amazon.awssdk.services.iam.model.GroupDetail;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.PolicyDetail;
import software.amazon.awssdk.services.iam.model.PolicyVersion;
import software.amazon.awssdk.services.iam.model.RoleDetail;
import software.amazon.awssdk.services.iam.model.UserDetail;

/**
 * What users, groups, roles and customer policies have in common (IAM API Reference, GetAccountAuthorizationDetails).
 *
 * @param identityType user, group, role or policy
 * @param inlinePolicies name to document
 * @param groups the groups of a user
 * @param document the trust of a role; the default version of a customer policy
 */
record IamAuthorizationRow(
        String identityType,
        String identityName,
        String identityId,
        String identityArn,
        String path,
        Instant createDate,
        Map<String, String> inlinePolicies,
        List<String> attachedPolicyArns,
        Optional<String> permissionsBoundaryArn,
        List<String> groups,
        Optional<String> document) {

    static List<IamAuthorizationRow> all(GetAccountAuthorizationDetailsResponse answer) {
        return Stream.of(
                        answer.userDetailList().stream().map(IamAuthorizationRow::user),
                        answer.groupDetailList().stream().map(IamAuthorizationRow::group),
                        answer.roleDetailList().stream().map(IamAuthorizationRow::role),
                        answer.policies().stream().map(IamAuthorizationRow::policy))
                .<IamAuthorizationRow>flatMap(rows -> rows)
                .toList();
    }

    private static IamAuthorizationRow user(UserDetail user) {
        return new IamAuthorizationRow(
                "user",
                user.userName(),
                user.userId(),
                user.arn(),
                user.path(),
                user.createDate(),
                inline(user.userPolicyList()),
                attached(user.attachedManagedPolicies()),
                boundary(user.permissionsBoundary()),
                user.groupList(),
                Optional.empty());
    }

    private static IamAuthorizationRow group(GroupDetail group) {
        return new IamAuthorizationRow(
                "group",
                group.groupName(),
                group.groupId(),
                group.arn(),
                group.path(),
                group.createDate(),
                inline(group.groupPolicyList()),
                attached(group.attachedManagedPolicies()),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private static IamAuthorizationRow role(RoleDetail role) {
        return new IamAuthorizationRow(
                "role",
                role.roleName(),
                role.roleId(),
                role.arn(),
                role.path(),
                role.createDate(),
                inline(role.rolePolicyList()),
                attached(role.attachedManagedPolicies()),
                boundary(role.permissionsBoundary()),
                List.of(),
                Optional.of(decoded(role.assumeRolePolicyDocument())));
    }

    private static IamAuthorizationRow policy(ManagedPolicyDetail policy) {
        return new IamAuthorizationRow(
                "policy",
                policy.policyName(),
                policy.policyId(),
                policy.arn(),
                policy.path(),
                policy.createDate(),
                Map.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                policy.policyVersionList().stream()
                        .filter(PolicyVersion::isDefaultVersion)
                        .map(version -> decoded(version.document()))
                        .findFirst());
    }

    private static Map<String, String> inline(List<PolicyDetail> policies) {
        Map<String, String> documents = new LinkedHashMap<>();
        policies.forEach(policy -> documents.put(policy.policyName(), decoded(policy.policyDocument())));
        return documents;
    }

    private static List<String> attached(List<AttachedPolicy> policies) {
        return policies.stream().map(AttachedPolicy::policyArn).toList();
    }

    private static Optional<String> boundary(@Nullable AttachedPermissionsBoundary boundary) {
        return Optional.ofNullable(boundary).map(AttachedPermissionsBoundary::permissionsBoundaryArn);
    }

    /** IAM sends documents percent-encoded; a plus sign there is a plus sign. */
    private static String decoded(String document) {
        return document.startsWith("%7B")
                ? URLDecoder.decode(document.replace("+", "%2B"), StandardCharsets.UTF_8)
                : document;
    }
}

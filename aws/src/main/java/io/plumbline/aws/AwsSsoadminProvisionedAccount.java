package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.ssoadmin.SsoAdminClient;
import software.amazon.awssdk.services.ssoadmin.model.AccountAssignment;

/** The accounts that a permission set was rolled out to. Only these are asked who is assigned, not every account for every set. */
@AutoService(ResourceType.class)
public final class AwsSsoadminProvisionedAccount implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_ssoadmin_provisioned_account",
                        "Accounts that a permission set was rolled out to, and who is assigned there.",
                        SsoAdminClient::builder)
                .under(
                        "aws_ssoadmin_permission_set",
                        "sso:ListAccountsForProvisionedPermissionSet",
                        of(Provisioned.class),
                        (sso, set, place) -> sso
                                .listAccountsForProvisionedPermissionSetPaginator(
                                        request -> request.instanceArn(IdentityCenter.instanceOf(set, place))
                                                .permissionSetArn(set)
                                                .maxResults(100))
                                .accountIds()
                                .stream()
                                .map(account -> new Provisioned(set, account))
                                .toList())
                .detail(
                        "assignments",
                        "sso:ListAccountAssignments",
                        Shape.list(of(AccountAssignment::builder)),
                        (sso, row, place) -> sso
                                .listAccountAssignmentsPaginator(request -> request.instanceArn(
                                                IdentityCenter.instanceOf(row.permissionSetArn(), place))
                                        .permissionSetArn(row.permissionSetArn())
                                        .accountId(row.targetAccountId())
                                        .maxResults(100))
                                .accountAssignments()
                                .stream()
                                .toList(),
                        (row, place) -> true)
                .arn((row, place) -> row.permissionSetArn() + "/" + row.targetAccountId())
                .name(Provisioned::targetAccountId)
                .gone("ResourceNotFoundException");
    }

    /** AWS lists them as bare account ids. */
    record Provisioned(String permissionSetArn, String targetAccountId) {}
}

package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ArnText;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.identitystore.IdentitystoreClient;
import software.amazon.awssdk.services.identitystore.model.Group;
import software.amazon.awssdk.services.identitystore.model.GroupMembership;

/** Groups in the directories of IAM Identity Center, and who belongs to them. */
@AutoService(ResourceType.class)
public final class AwsIdentitystoreGroup implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_identitystore_group",
                        "Groups in the directories of IAM Identity Center, and who belongs to them.",
                        IdentitystoreClient::builder)
                .under(
                        "aws_identitystore",
                        "identitystore:ListGroups",
                        of(Group::builder),
                        (people, directory, place) -> people.listGroupsPaginator(
                                        request -> request.identityStoreId(ArnText.lastPart(directory))
                                                .maxResults(100))
                                .groups())
                .detail(
                        "memberships",
                        "identitystore:ListGroupMemberships",
                        Shape.list(of(GroupMembership::builder)),
                        (people, group) -> people
                                .listGroupMembershipsPaginator(
                                        request -> request.identityStoreId(group.identityStoreId())
                                                .groupId(group.groupId())
                                                .maxResults(100))
                                .groupMemberships()
                                .stream()
                                .toList())
                .arn((row, place) -> place.partition()
                        .arn("identitystore", "", "", "group/" + row.groupId())
                        .toString())
                .name(Group::displayName)
                .gone("ResourceNotFoundException");
    }
}

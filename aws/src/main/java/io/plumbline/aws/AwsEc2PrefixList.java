package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ManagedPrefixList;
import software.amazon.awssdk.services.ec2.model.PrefixListEntry;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Managed prefix lists, and the entries of those that are not AWS's own. */
@AutoService(ResourceType.class)
public final class AwsEc2PrefixList implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_ec2_prefix_list",
                        "Managed prefix lists, and the entries of those that are not AWS's own.",
                        Ec2Client::builder)
                .list(
                        "ec2:DescribeManagedPrefixLists",
                        of(ManagedPrefixList::builder),
                        ec2 -> ec2.describeManagedPrefixListsPaginator(request -> request.maxResults(100))
                                .prefixLists())
                .detail(
                        "entries",
                        "ec2:GetManagedPrefixListEntries",
                        Shape.list(of(PrefixListEntry::builder)),
                        (ec2, list, place) -> ec2
                                .getManagedPrefixListEntriesPaginator(
                                        request -> request.prefixListId(list.prefixListId()))
                                .entries()
                                .stream()
                                .toList(),
                        (list, place) -> !"AWS".equals(list.ownerId()))
                .arn((row, place) -> row.prefixListArn())
                .name(ManagedPrefixList::prefixListName)
                .tags(ManagedPrefixList::tags, Tag::key, Tag::value)
                .gone("InvalidPrefixListID.NotFound");
    }
}

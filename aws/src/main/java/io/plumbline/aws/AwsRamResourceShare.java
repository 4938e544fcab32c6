package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.Place;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ram.RamClient;
import software.amazon.awssdk.services.ram.model.Principal;
import software.amazon.awssdk.services.ram.model.Resource;
import software.amazon.awssdk.services.ram.model.ResourceOwner;
import software.amazon.awssdk.services.ram.model.ResourceShare;
import software.amazon.awssdk.services.ram.model.Tag;

/** What the account shares with others and what others share with it. */
@AutoService(ResourceType.class)
public final class AwsRamResourceShare implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_ram_resource_share",
                        "Resource shares, the account's own and those of others that reach it.",
                        RamClient::builder)
                .list(
                        "ram:GetResourceShares",
                        of(ResourceShare::builder),
                        ram -> () -> Stream.of(ResourceOwner.SELF, ResourceOwner.OTHER_ACCOUNTS)
                                .flatMap(owner -> ram
                                        .getResourceSharesPaginator(request ->
                                                request.resourceOwner(owner).maxResults(500))
                                        .stream()
                                        .flatMap(page -> page.resourceShares().stream()))
                                .distinct()
                                .iterator())
                .detail(
                        "principals",
                        "ram:ListPrincipals",
                        Shape.list(of(Principal::builder)),
                        (ram, share, place) -> ram
                                .listPrincipalsPaginator(request -> request.resourceOwner(owner(share, place))
                                        .resourceShareArns(share.resourceShareArn())
                                        .maxResults(500))
                                .stream()
                                .flatMap(page -> page.principals().stream())
                                .toList(),
                        (share, place) -> true)
                .detail(
                        "resources",
                        "ram:ListResources",
                        Shape.list(of(Resource::builder)),
                        (ram, share, place) -> ram
                                .listResourcesPaginator(request -> request.resourceOwner(owner(share, place))
                                        .resourceShareArns(share.resourceShareArn())
                                        .maxResults(500))
                                .stream()
                                .flatMap(page -> page.resources().stream())
                                .toList(),
                        (share, place) -> true)
                .arn((row, place) -> row.resourceShareArn())
                .name(ResourceShare::name)
                .tags(ResourceShare::tags, Tag::key, Tag::value)
                .gone("UnknownResourceException");
    }

    private static ResourceOwner owner(ResourceShare share, Place place) {
        return place.accountId().value().equals(share.owningAccountId())
                ? ResourceOwner.SELF
                : ResourceOwner.OTHER_ACCOUNTS;
    }
}

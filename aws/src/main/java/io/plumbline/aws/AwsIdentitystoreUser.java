package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ArnText;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.identitystore.IdentitystoreClient;
import software.amazon.awssdk.services.identitystore.model.User;

/** People in the directories of IAM Identity Center, without what is private and grants nothing. */
@AutoService(ResourceType.class)
public final class AwsIdentitystoreUser implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_identitystore_user",
                        "People in the directories of IAM Identity Center.",
                        IdentitystoreClient::builder)
                .under(
                        "aws_identitystore",
                        "identitystore:ListUsers",
                        Shape.without(User::builder, "Addresses", "PhoneNumbers", "Photos", "Website", "Birthdate"),
                        (people, directory, place) -> people.listUsersPaginator(
                                        request -> request.identityStoreId(ArnText.lastPart(directory))
                                                .maxResults(100))
                                .users())
                .arn((row, place) -> place.partition()
                        .arn("identitystore", "", "", "user/" + row.userId())
                        .toString())
                .name(User::userName)
                .gone("ResourceNotFoundException");
    }
}

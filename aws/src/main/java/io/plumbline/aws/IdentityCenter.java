package io.plumbline.aws;

import io.plumbline.collect.Place;
import software.amazon.awssdk.services.ssoadmin.SsoAdminClient;
import software.amazon.awssdk.services.ssoadmin.model.InstanceMetadata;

/** What the types of IAM Identity Center share. */
final class IdentityCenter {
    private IdentityCenter() {}

    /** Every account of an organization sees its instance, but only the owner may ask further; the others pass over it. */
    static Iterable<InstanceMetadata> instances(SsoAdminClient sso, Place place) {
        return () -> sso.listInstancesPaginator(request -> request.maxResults(100)).instances().stream()
                .filter(instance -> instance.ownerAccountId() == null
                        || place.answersFor(place.partition()
                                .arn("sso", "", instance.ownerAccountId(), "instance")
                                .toString()))
                .iterator();
    }

    /** The instance of a permission set: the ARN of the set names it, as {@code permissionSet/INSTANCE/SET}. */
    static String instanceOf(String permissionSetArn, Place place) {
        String instance = permissionSetArn.split("/", -1)[1];
        return place.partition().arn("sso", "", "", "instance/" + instance).toString();
    }
}

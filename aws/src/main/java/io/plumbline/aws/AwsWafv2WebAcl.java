package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.Place;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.wafv2.Wafv2Client;
import software.amazon.awssdk.services.wafv2.model.ListWebAcLsResponse;
import software.amazon.awssdk.services.wafv2.model.LoggingConfiguration;
import software.amazon.awssdk.services.wafv2.model.Scope;
import software.amazon.awssdk.services.wafv2.model.WebACLSummary;

/** Web ACLs of a region; those for what AWS serves worldwide live in one region. */
@AutoService(ResourceType.class)
public final class AwsWafv2WebAcl implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional("aws_wafv2_web_acl", "Web ACLs, what each protects, and where it logs.", Wafv2Client::builder)
                .list(
                        "wafv2:ListWebACLs",
                        of(WebACLSummary::builder),
                        (waf, place) -> () -> scopes(place)
                                .flatMap(scope ->
                                        StreamSupport.stream(ofScope(waf, scope).spliterator(), false))
                                .iterator())
                .detail(
                        "resources",
                        "wafv2:ListResourcesForWebACL",
                        Shape.list(Shape.text()),
                        (waf, acl) -> types(acl)
                                .flatMap(type -> waf
                                        .listResourcesForWebACL(request ->
                                                request.webACLArn(acl.arn()).resourceType(type))
                                        .resourceArns()
                                        .stream())
                                .distinct()
                                .toList())
                .detail(
                        "logging_configuration",
                        "wafv2:GetLoggingConfiguration",
                        of(LoggingConfiguration::builder),
                        (waf, acl) -> waf.getLoggingConfiguration(request -> request.resourceArn(acl.arn()))
                                .loggingConfiguration())
                .arn((row, place) -> row.arn())
                .name(WebACLSummary::name)
                .none("WAFNonexistentItemException");
    }

    /** AWS answers for CloudFront in one region only (AWS WAF API Reference, "ListWebACLs"). */
    private static Stream<Scope> scopes(Place place) {
        return place.region().equals("us-east-1")
                ? Stream.of(Scope.REGIONAL, Scope.CLOUDFRONT)
                : Stream.of(Scope.REGIONAL);
    }

    private static Iterable<WebACLSummary> ofScope(Wafv2Client waf, Scope scope) {
        return TokenPages.of(
                marker -> waf.listWebACLs(
                        request -> request.scope(scope).limit(100).nextMarker(marker)),
                ListWebAcLsResponse::nextMarker,
                ListWebAcLsResponse::webACLs);
    }

    /** What a worldwide ACL may protect: apps of Amplify, and CloudFront, which only its own API tells. */
    private static Stream<software.amazon.awssdk.services.wafv2.model.ResourceType> types(WebACLSummary acl) {
        boolean worldwide = acl.arn().contains(":global/");
        return software.amazon.awssdk.services.wafv2.model.ResourceType.knownValues().stream()
                .filter(type -> worldwide == (type == software.amazon.awssdk.services.wafv2.model.ResourceType.AMPLIFY))
                .sorted();
    }
}

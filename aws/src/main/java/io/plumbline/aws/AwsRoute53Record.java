package io.plumbline.aws;

import static io.plumbline.collect.Declare.global;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ArnText;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** Records of every zone: one paged question a zone. */
@AutoService(ResourceType.class)
public final class AwsRoute53Record implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return global("aws_route53_record", "DNS records of every hosted zone.", Route53Client::builder)
                .under(
                        "aws_route53_zone",
                        "route53:ListResourceRecordSets",
                        of(ResourceRecordSet::builder),
                        (route53, zone, place) -> route53.listResourceRecordSetsPaginator(
                                        request -> request.hostedZoneId(ArnText.lastPart(zone))
                                                .maxItems("300"))
                                .resourceRecordSets())
                // AWS has no ARN for a record; a name may have several types, and a type several sets.
                .arn((row, place) -> place.parent().orElseGet(place::account)
                        + "/recordset/" + row.name() + "/" + row.typeAsString()
                        + (row.setIdentifier() == null ? "" : "/" + row.setIdentifier()))
                .name(ResourceRecordSet::name)
                .gone("NoSuchHostedZone");
    }
}

package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.opensearch.OpenSearchClient;
import software.amazon.awssdk.services.opensearch.model.DomainInfo;
import software.amazon.awssdk.services.opensearch.model.DomainStatus;
import software.amazon.awssdk.services.opensearch.model.Tag;

/** OpenSearch domains, and those of its forerunner Elasticsearch; five are described in one call. */
@AutoService(ResourceType.class)
public final class AwsOpensearchDomain implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_opensearch_domain",
                        "OpenSearch and Elasticsearch domains, their endpoints, encryption and access policies.",
                        OpenSearchClient::builder)
                .keys(
                        "es:ListDomainNames",
                        opensearch -> opensearch.listDomainNames(request -> {}).domainNames().stream()
                                .map(DomainInfo::domainName)
                                .toList())
                .describe(
                        "es:DescribeDomains",
                        5,
                        of(DomainStatus::builder),
                        (opensearch, names) -> opensearch
                                .describeDomains(request -> request.domainNames(names))
                                .domainStatusList())
                .detail(
                        "tag_list",
                        "es:ListTags",
                        Shape.list(of(Tag::builder)),
                        (opensearch, domain) -> opensearch
                                .listTags(request -> request.arn(domain.arn()))
                                .tagList())
                .arn((row, place) -> row.arn())
                .name(DomainStatus::domainName)
                .gone("ResourceNotFoundException");
    }
}

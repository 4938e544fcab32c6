package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.redshiftserverless.RedshiftServerlessClient;
import software.amazon.awssdk.services.redshiftserverless.model.Namespace;
import software.amazon.awssdk.services.redshiftserverless.model.Workgroup;

/** Work groups of Redshift Serverless, each with the namespace that holds its data. */
@AutoService(ResourceType.class)
public final class AwsRedshiftserverlessWorkgroup implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_redshiftserverless_workgroup",
                        "Redshift Serverless work groups, each with the namespace that holds its data.",
                        RedshiftServerlessClient::builder)
                .list(
                        "redshift-serverless:ListWorkgroups",
                        of(Workgroup::builder),
                        redshift -> redshift.listWorkgroupsPaginator(request -> request.maxResults(100))
                                .workgroups())
                .detail(
                        "namespace",
                        "redshift-serverless:ListNamespaces",
                        of(Namespace::builder),
                        (redshift, workgroup) ->
                                redshift
                                        .listNamespacesPaginator(request -> request.maxResults(100))
                                        .namespaces()
                                        .stream()
                                        .filter(namespace ->
                                                namespace.namespaceName().equals(workgroup.namespaceName()))
                                        .findFirst()
                                        .orElse(null))
                .arn((row, place) -> row.workgroupArn())
                .name(Workgroup::workgroupName);
    }
}

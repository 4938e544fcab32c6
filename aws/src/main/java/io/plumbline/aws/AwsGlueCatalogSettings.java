package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.DataCatalogEncryptionSettings;
import software.amazon.awssdk.services.glue.model.SecurityConfiguration;

/** Settings of the Glue Data Catalog of a region: encryption, policy, security configurations. */
@AutoService(ResourceType.class)
public final class AwsGlueCatalogSettings implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_glue_catalog_settings",
                        "Settings of the Glue Data Catalog: encryption, resource policy, security configurations.",
                        GlueClient::builder)
                .one(
                        "glue:GetDataCatalogEncryptionSettings",
                        of(DataCatalogEncryptionSettings::builder),
                        glue -> glue.getDataCatalogEncryptionSettings(request -> {})
                                .dataCatalogEncryptionSettings())
                .detail(
                        "policy",
                        "glue:GetResourcePolicy",
                        Shape.text(),
                        (glue, row) -> glue.getResourcePolicy(request -> {}).policyInJson())
                .detail(
                        "security_configurations",
                        "glue:GetSecurityConfigurations",
                        Shape.list(of(SecurityConfiguration::builder)),
                        (glue, row) -> glue
                                .getSecurityConfigurationsPaginator(request -> request.maxResults(1000))
                                .securityConfigurations()
                                .stream()
                                .toList())
                .arn((row, place) -> place.arn("glue", "catalog"))
                .none("EntityNotFoundException");
    }
}

package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

/** Secrets without what is in them: their values are never asked for. */
@AutoService(ResourceType.class)
public final class AwsSecretsmanagerSecret implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_secretsmanager_secret",
                        "Secrets: how they are encrypted, rotated and shared; their values are never read.",
                        SecretsManagerClient::builder)
                .list(
                        "secretsmanager:ListSecrets",
                        of(SecretListEntry::builder),
                        secrets -> () -> secrets.listSecretsPaginator(request -> request.maxResults(100)).stream()
                                .flatMap(page -> page.secretList().stream())
                                .iterator())
                .detail(
                        "policy",
                        "secretsmanager:GetResourcePolicy",
                        Shape.text(),
                        (secrets, secret) -> secrets.getResourcePolicy(request -> request.secretId(secret.arn()))
                                .resourcePolicy())
                .arn((row, place) -> row.arn())
                .name(SecretListEntry::name)
                .tags(SecretListEntry::tags, Tag::key, Tag::value)
                .gone("ResourceNotFoundException");
    }
}

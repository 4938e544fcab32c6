package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.glacier.GlacierClient;
import software.amazon.awssdk.services.glacier.model.DescribeVaultOutput;
import software.amazon.awssdk.services.glacier.model.GetVaultLockResponse;

/** Vaults of the old Glacier service. */
@AutoService(ResourceType.class)
public final class AwsGlacierVault implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_glacier_vault",
                        "Glacier vaults: who may read them, and whether a lock keeps what is in them.",
                        GlacierClient::builder)
                .list(
                        "glacier:ListVaults",
                        of(DescribeVaultOutput::builder),
                        glacier -> glacier.listVaultsPaginator(
                                        request -> request.accountId("-").limit("10"))
                                .vaultList())
                .detail(
                        "access_policy",
                        "glacier:GetVaultAccessPolicy",
                        Shape.text(),
                        (glacier, vault) -> glacier.getVaultAccessPolicy(
                                        request -> request.accountId("-").vaultName(vault.vaultName()))
                                .policy()
                                .policy())
                .detail(
                        "vault_lock",
                        "glacier:GetVaultLock",
                        of(GetVaultLockResponse::builder),
                        (glacier, vault) -> glacier.getVaultLock(
                                request -> request.accountId("-").vaultName(vault.vaultName())))
                .arn((row, place) -> row.vaultARN())
                .name(DescribeVaultOutput::vaultName)
                .none("ResourceNotFoundException");
    }
}

package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.transfer.TransferClient;
import software.amazon.awssdk.services.transfer.model.DescribedServer;
import software.amazon.awssdk.services.transfer.model.ListedServer;
import software.amazon.awssdk.services.transfer.model.Tag;

/** Servers for SFTP, FTPS, FTP and AS2. */
@AutoService(ResourceType.class)
public final class AwsTransferServer implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_transfer_server",
                        "Servers for SFTP, FTPS, FTP and AS2, and where they can be reached from.",
                        TransferClient::builder)
                .keys(
                        "transfer:ListServers",
                        transfer -> () ->
                                transfer.listServersPaginator(request -> request.maxResults(1000)).servers().stream()
                                        .map(ListedServer::serverId)
                                        .iterator())
                .describe(
                        "transfer:DescribeServer",
                        of(DescribedServer::builder),
                        (transfer, id) -> transfer.describeServer(request -> request.serverId(id))
                                .server())
                .arn((row, place) -> row.arn())
                .name(DescribedServer::serverId)
                .tags(DescribedServer::tags, Tag::key, Tag::value)
                .gone("ResourceNotFoundException");
    }
}

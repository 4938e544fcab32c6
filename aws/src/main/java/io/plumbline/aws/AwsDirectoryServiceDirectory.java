package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Seal;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.directory.DirectoryClient;
import software.amazon.awssdk.services.directory.model.DirectoryDescription;
import software.amazon.awssdk.services.directory.model.Trust;

/** Directories of Directory Service and whom they trust. */
@AutoService(ResourceType.class)
public final class AwsDirectoryServiceDirectory implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_directory_service_directory",
                        "Directories of Directory Service, with their trusts.",
                        DirectoryClient::builder)
                .list(
                        "ds:DescribeDirectories",
                        of(DirectoryDescription::builder)
                                .sealing(
                                        Seal.out("RadiusSettings.SharedSecret"),
                                        Seal.out("OwnerDirectoryDescription.RadiusSettings.SharedSecret")),
                        directories -> directories
                                .describeDirectoriesPaginator(request -> {})
                                .directoryDescriptions())
                .detail(
                        "trusts",
                        "ds:DescribeTrusts",
                        Shape.list(of(Trust::builder)),
                        (directories, row) ->
                                directories
                                        .describeTrustsPaginator(request -> request.directoryId(row.directoryId()))
                                        .trusts()
                                        .stream()
                                        .toList())
                .arn((row, place) -> place.arn("ds", "directory/" + row.directoryId()))
                .name(DirectoryDescription::name)
                .none("UnsupportedOperationException")
                .gone("EntityDoesNotExistException");
    }
}

package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Seal;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.fsx.FSxClient;
import software.amazon.awssdk.services.fsx.model.FileSystem;
import software.amazon.awssdk.services.fsx.model.Tag;

/** File systems of FSx. Past and pending changes repeat the whole file system with its password and are left out. */
@AutoService(ResourceType.class)
public final class AwsFsxFileSystem implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional("aws_fsx_file_system", "FSx file systems of every kind.", FSxClient::builder)
                .list(
                        "fsx:DescribeFileSystems",
                        Shape.without(FileSystem::builder, "AdministrativeActions")
                                .sealing(Seal.out("OntapConfiguration.FsxAdminPassword")),
                        fsx -> () -> fsx.describeFileSystemsPaginator(request -> request.maxResults(1000)).stream()
                                .flatMap(page -> page.fileSystems().stream())
                                .iterator())
                .arn((row, place) -> row.resourceARN())
                .name(row -> Tags.name(row.tags(), Tag::key, Tag::value))
                .tags(FileSystem::tags, Tag::key, Tag::value);
    }
}

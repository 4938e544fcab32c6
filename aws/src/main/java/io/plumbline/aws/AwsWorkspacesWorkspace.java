package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.workspaces.WorkSpacesClient;
import software.amazon.awssdk.services.workspaces.model.Workspace;
import software.amazon.awssdk.services.workspaces.model.WorkspaceDirectory;

/** Desktops, each with the directory of its user; the code that a user signs up with is left out. */
@AutoService(ResourceType.class)
public final class AwsWorkspacesWorkspace implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_workspaces_workspace",
                        "WorkSpaces desktops: whose they are, whether their disks are encrypted, and how their directory lets people in.",
                        WorkSpacesClient::builder)
                .list(
                        "workspaces:DescribeWorkspaces",
                        of(Workspace::builder),
                        workspaces -> workspaces
                                .describeWorkspacesPaginator(request -> request.limit(25))
                                .workspaces())
                .detail(
                        "directory",
                        "workspaces:DescribeWorkspaceDirectories",
                        Shape.without(WorkspaceDirectory::builder, "RegistrationCode"),
                        (workspaces, desktop) -> workspaces
                                .describeWorkspaceDirectories(request -> request.directoryIds(desktop.directoryId()))
                                .directories()
                                .stream()
                                .findFirst()
                                .orElse(null))
                .arn((row, place) -> place.arn("workspaces", "workspace/" + row.workspaceId()))
                .name(row -> row.computerName() == null ? row.workspaceId() : row.computerName());
    }
}

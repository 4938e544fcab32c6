package io.plumbline.aws;

import static io.plumbline.collect.Declare.global;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.LoginProfile;
import software.amazon.awssdk.services.iam.model.MFADevice;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.User;

/** IAM users as they are this minute, for where the credential report may be hours old. */
@AutoService(ResourceType.class)
public final class AwsIamUserSignIn implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return global(
                        "aws_iam_user_sign_in",
                        "IAM users as they are this minute: last sign-in, console password, MFA devices.",
                        IamClient::builder)
                .list(
                        "iam:ListUsers",
                        of(User::builder),
                        iam -> iam.listUsersPaginator(request -> request.maxItems(1000))
                                .users())
                .detail(
                        "login_profile",
                        "iam:GetLoginProfile",
                        of(LoginProfile::builder),
                        (iam, user) -> iam.getLoginProfile(request -> request.userName(user.userName()))
                                .loginProfile())
                .detail(
                        "mfa_devices",
                        "iam:ListMFADevices",
                        Shape.list(of(MFADevice::builder)),
                        (iam, user) ->
                                iam
                                        .listMFADevicesPaginator(request -> request.userName(user.userName()))
                                        .mfaDevices()
                                        .stream()
                                        .toList())
                .arn((row, place) -> row.arn())
                .name(User::userName)
                .tags(User::tags, Tag::key, Tag::value)
                .none("NoSuchEntity");
    }
}

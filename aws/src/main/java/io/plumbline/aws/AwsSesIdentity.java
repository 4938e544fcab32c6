package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.GetEmailIdentityResponse;
import software.amazon.awssdk.services.sesv2.model.IdentityInfo;

/** Domains and addresses that mail is sent from; their policies come with the detail. */
@AutoService(ResourceType.class)
public final class AwsSesIdentity implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_ses_identity",
                        "Domains and addresses that mail is sent from, how they are verified and who else may send.",
                        SesV2Client::builder)
                .list(
                        "ses:ListEmailIdentities",
                        of(IdentityInfo::builder),
                        ses -> () -> ses.listEmailIdentitiesPaginator(request -> request.pageSize(1000)).stream()
                                .flatMap(page -> page.emailIdentities().stream())
                                .iterator())
                .detail(
                        "identity",
                        "ses:GetEmailIdentity",
                        of(GetEmailIdentityResponse::builder),
                        (ses, row) -> ses.getEmailIdentity(request -> request.emailIdentity(row.identityName())))
                .arn((row, place) -> place.arn("ses", "identity/" + row.identityName()))
                .name(IdentityInfo::identityName)
                .gone("NotFoundException");
    }
}

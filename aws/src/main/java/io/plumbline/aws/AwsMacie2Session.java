package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.macie2.Macie2Client;
import software.amazon.awssdk.services.macie2.model.BucketMetadata;
import software.amazon.awssdk.services.macie2.model.GetMacieSessionResponse;
import software.amazon.awssdk.services.macie2.model.Invitation;
import software.amazon.awssdk.services.macie2.model.Macie2Exception;

/** Macie in a region: no row where it is off. */
@AutoService(ResourceType.class)
public final class AwsMacie2Session implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_macie2_session",
                        "Macie where it is on, the buckets that it watches and the account that administers it.",
                        Macie2Client::builder)
                .one("macie2:GetMacieSession", of(GetMacieSessionResponse::builder), AwsMacie2Session::session)
                .detail(
                        "buckets",
                        "macie2:DescribeBuckets",
                        Shape.list(of(BucketMetadata::builder)),
                        (macie, row) ->
                                macie.describeBucketsPaginator(request -> request.maxResults(1000)).buckets().stream()
                                        .toList())
                .detail(
                        "administrator",
                        "macie2:GetAdministratorAccount",
                        of(Invitation::builder),
                        (macie, row) ->
                                macie.getAdministratorAccount(request -> {}).administrator())
                .arn((row, place) -> place.arn("macie2", "session"))
                .none("ResourceNotFoundException");
    }

    /** Macie refuses everybody where it is off, by the same code as those who may not ask; only the words differ. */
    private static @Nullable GetMacieSessionResponse session(Macie2Client macie) {
        try {
            return macie.getMacieSession(request -> {});
        } catch (Macie2Exception e) {
            if (e.awsErrorDetails() != null
                    && String.valueOf(e.awsErrorDetails().errorMessage()).contains("not enabled")) {
                return null;
            }
            throw e;
        }
    }
}

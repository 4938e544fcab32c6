package io.plumbline.aws;

import io.plumbline.collect.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;

/** Users, groups, roles and customer policies with their documents in one paged answer, instead of five lists and a call for each. */
final class IamAuthorization {
    static final Answer<IamClient, GetAccountAuthorizationDetailsResponse> DETAILS = new Answer<>(
            "iam:GetAccountAuthorizationDetails",
            (iam, place, wanted) -> iam.getAccountAuthorizationDetailsPaginator(
                    request -> request.filter(filters(wanted)).maxItems(1000)));

    private IamAuthorization() {}

    private static List<EntityType> filters(Set<String> tables) {
        List<EntityType> filters = new ArrayList<>();
        boolean all = tables.contains("aws_iam_account_authorization");
        if (all || tables.contains("aws_iam_user")) {
            filters.add(EntityType.USER);
        }
        if (all || tables.contains("aws_iam_group")) {
            filters.add(EntityType.GROUP);
        }
        if (all || tables.contains("aws_iam_role")) {
            filters.add(EntityType.ROLE);
        }
        if (all || tables.contains("aws_iam_policy")) {
            filters.add(EntityType.LOCAL_MANAGED_POLICY);
        }
        return filters;
    }
}

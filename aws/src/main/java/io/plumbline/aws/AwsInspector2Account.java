package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.Place;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.inspector2.Inspector2Client;
import software.amazon.awssdk.services.inspector2.model.AccountState;
import software.amazon.awssdk.services.inspector2.model.BatchGetAccountStatusResponse;
import software.amazon.awssdk.services.inspector2.model.DelegatedAdminAccount;
import software.amazon.awssdk.services.inspector2.model.FailedAccount;
import software.amazon.awssdk.services.inspector2.model.StringComparison;
import software.amazon.awssdk.services.inspector2.model.StringFilter;

/** What Amazon Inspector scans in each region, with its grave open findings. */
@AutoService(ResourceType.class)
public final class AwsInspector2Account implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_inspector2_account",
                        "What Amazon Inspector scans in each region, with its open findings of severity critical or high.",
                        Inspector2Client::builder)
                .one("inspector2:BatchGetAccountStatus", of(AccountState::builder), AwsInspector2Account::state)
                .detail(
                        "findings",
                        "inspector2:ListFindings",
                        Shape.list(of(Inspector2Finding.class)),
                        (inspector, row) -> findings(inspector))
                .detail(
                        "delegated_administrators",
                        "inspector2:ListDelegatedAdminAccounts",
                        Shape.list(of(DelegatedAdminAccount::builder)),
                        (inspector, row) -> inspector
                                .listDelegatedAdminAccountsPaginator(request -> request.maxResults(5))
                                .delegatedAdminAccounts()
                                .stream()
                                .toList())
                .arn((row, place) -> place.account());
    }

    /** An account that AWS cannot answer for comes in a list of its own, not as an error. */
    private static @Nullable AccountState state(Inspector2Client inspector, Place place) {
        BatchGetAccountStatusResponse answer = inspector.batchGetAccountStatus(
                request -> request.accountIds(place.accountId().value()));
        answer.failedAccounts().stream().findFirst().ifPresent(account -> {
            throw failure(account);
        });
        return answer.accounts().stream().findFirst().orElse(null);
    }

    private static AwsServiceException failure(FailedAccount account) {
        return AwsServiceException.builder()
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(account.errorCodeAsString())
                        .errorMessage(account.errorMessage())
                        .build())
                .build();
    }

    /** A region may have hundreds of thousands: only what is open and grave, and only its main members. */
    private static List<Inspector2Finding> findings(Inspector2Client inspector) {
        return inspector
                .listFindingsPaginator(request -> request.maxResults(100)
                        .filterCriteria(
                                criteria -> criteria.findingStatus(is("ACTIVE")).severity(is("CRITICAL"), is("HIGH"))))
                .findings()
                .stream()
                .map(Inspector2Finding::of)
                .toList();
    }

    private static StringFilter is(String value) {
        return StringFilter.builder()
                .comparison(StringComparison.EQUALS)
                .value(value)
                .build();
    }
}

package io.plumbline.aws;

import static io.plumbline.collect.Declare.global;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.budgets.BudgetsClient;
import software.amazon.awssdk.services.budgets.model.Action;
import software.amazon.awssdk.services.budgets.model.Budget;
import software.amazon.awssdk.services.budgets.model.Notification;

/** Budgets of the account, when they warn and what they then do. */
@AutoService(ResourceType.class)
public final class AwsBudgetsBudget implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return global(
                        "aws_budgets_budget",
                        "Budgets of the account, with their notifications and actions.",
                        BudgetsClient::builder)
                .list(
                        "budgets:ViewBudget",
                        of(Budget::builder),
                        (budgets, place) -> budgets.describeBudgetsPaginator(request -> request.accountId(
                                                place.accountId().value())
                                        .maxResults(1000))
                                .budgets())
                .detail(
                        "notifications",
                        "budgets:ViewBudget",
                        Shape.list(of(Notification::builder)),
                        (budgets, budget, place) -> budgets
                                .describeNotificationsForBudgetPaginator(request -> request.accountId(
                                                place.accountId().value())
                                        .budgetName(budget.budgetName())
                                        .maxResults(100))
                                .notifications()
                                .stream()
                                .toList(),
                        (budget, place) -> true)
                .detail(
                        "actions",
                        "budgets:DescribeBudgetActionsForAccount",
                        Shape.list(of(Action::builder)),
                        (budgets, budget, place) -> budgets
                                .describeBudgetActionsForAccountPaginator(request -> request.accountId(
                                                place.accountId().value())
                                        .maxResults(100))
                                .actions()
                                .stream()
                                .filter(action -> action.budgetName().equals(budget.budgetName()))
                                .toList(),
                        (budget, place) -> true)
                .arn((row, place) -> place.globalArn("budgets", "budget/" + row.budgetName()))
                .name(Budget::budgetName)
                .gone("NotFoundException");
    }
}

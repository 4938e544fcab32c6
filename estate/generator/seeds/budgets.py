"""A monthly budget that warns by mail."""


def seed(session, region):
    account = session.client("sts", region).get_caller_identity()["Account"]
    budgets = session.client("budgets", region)
    if any(budget["BudgetName"] == "monthly-total" for budget in budgets.describe_budgets(AccountId=account)["Budgets"]):
        return
    budgets.create_budget(
        AccountId=account,
        Budget={"BudgetName": "monthly-total", "BudgetLimit": {"Amount": "1500", "Unit": "USD"}, "TimeUnit": "MONTHLY",
                "BudgetType": "COST", "CostTypes": {"IncludeTax": True}},
        NotificationsWithSubscribers=[{
            "Notification": {"NotificationType": "ACTUAL", "ComparisonOperator": "GREATER_THAN", "Threshold": 80,
                             "ThresholdType": "PERCENTAGE"},
            "Subscribers": [{"SubscriptionType": "EMAIL", "Address": "money@plumb.example"}]}])

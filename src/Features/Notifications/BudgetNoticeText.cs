namespace MyBudget.Features.Notifications;

/// <summary>
/// What is said of a budget. Of the period that runs, how long it still does; of another one, which it is: what is entered for a later month, or
/// late for the last, is no news of this one.
/// </summary>
internal sealed class BudgetNoticeText(Wording wording, bool hideAmounts)
{
    public NoticeText Reached(BudgetNotice notice)
    {
        var (budget, level, from, until) = (notice.Budget, notice.Level, wording.Day(notice.PeriodStart), wording.Day(notice.PeriodEnd));
        var title = WhenOf(notice) switch
        {
            When.Ahead => wording.Say(
                "notifications.budget-threshold.ahead", $"{budget}: {level} % used in the period from {from}", ("budget", budget), ("level", level), ("from", from)),
            When.Over => wording.Say(
                "notifications.budget-threshold.over", $"{budget}: {level} % used in the period until {until}", ("budget", budget), ("level", level), ("until", until)),
            _ => wording.Say("notifications.budget-threshold.title", $"{budget}: {level} % used", ("budget", budget), ("level", level)),
        };
        return new NoticeText(title, Used(notice, from, until));
    }

    public NoticeText Exceeded(BudgetNotice notice)
    {
        var (budget, from, until) = (notice.Budget, wording.Day(notice.PeriodStart), wording.Day(notice.PeriodEnd));
        var title = WhenOf(notice) switch
        {
            When.Ahead => wording.Say(
                "notifications.budget-exceeded.ahead", $"{budget} will be exceeded in the period from {from}", ("budget", budget), ("from", from)),
            When.Over => wording.Say(
                "notifications.budget-exceeded.over", $"{budget} was exceeded in the period until {until}", ("budget", budget), ("until", until)),
            _ => wording.Say("notifications.budget-exceeded.title", $"{budget} is exceeded", ("budget", budget)),
        };
        return new NoticeText(title, Used(notice, from, until));
    }

    private static When WhenOf(BudgetNotice notice) =>
        notice.On < notice.PeriodStart ? When.Ahead : notice.On > notice.PeriodEnd ? When.Over : When.Now;

    private string Used(BudgetNotice notice, string from, string until)
    {
        var when = WhenOf(notice);
        if (hideAmounts)
            return when is When.Now
                ? wording.Say("notifications.budget.body-hidden", $"The period ends on {until}.", ("until", until))
                : wording.Say("notifications.budget.other-hidden", $"The period is {from} to {until}.", ("from", from), ("until", until));

        var (spent, available) = (wording.Amount(notice.Spent, notice.Currency), wording.Amount(notice.Available, notice.Currency));
        return when switch
        {
            When.Ahead => wording.Say(
                "notifications.budget.ahead", $"{spent} of {available} entered already for {from} to {until}.",
                ("spent", spent), ("available", available), ("from", from), ("until", until)),
            When.Over => wording.Say(
                "notifications.budget.over", $"{spent} of {available} spent from {from} to {until}.",
                ("spent", spent), ("available", available), ("from", from), ("until", until)),
            _ => wording.Say(
                "notifications.budget.body", $"{spent} of {available} spent; the period ends on {until}.",
                ("spent", spent), ("available", available), ("until", until)),
        };
    }

    private enum When
    {
        Now,
        Ahead,
        Over,
    }
}

namespace MyBudget.Features.Budgets;

/// <summary>What happens to budgets, as members read it.</summary>
internal static class BudgetActivity
{
    public static IServiceCollection AddBudgetActivity(this IServiceCollection services) => services
        .AddActivity<BudgetCreated>("created", (e, words) =>
        {
            var amount = words.Amount(e.Details.Amount, e.Details.Currency);
            return new Told(
                words.Say("budgets.activity.created", $"Created the budget {e.Details.Name} of {amount}", ("name", e.Details.Name), ("amount", amount)),
                Details: Facts(e.Details));
        })
        .AddActivity<BudgetRevised>("revised", Revised, (count, words) =>
            words.Count("budgets.activity.revised-many", count, ("Changed {count} budget", "Changed {count} budgets")))
        .AddActivity<BudgetDeleted, Budget>("deleted", (_, budget, words) =>
            words.Say("budgets.activity.deleted", $"Deleted the budget {budget?.Name}", ("name", budget?.Name)));

    private static Told Revised(BudgetRevised e, ActivityWords words)
    {
        if (e.Was.Name != e.Now.Name)
            return words.Say("budgets.activity.renamed", $"Renamed the budget {e.Was.Name} to {e.Now.Name}", ("was", e.Was.Name), ("name", e.Now.Name));
        if (e.AmountFrom is not { } from) return words.Say("budgets.activity.revised", $"Changed the budget {e.Now.Name}", ("name", e.Now.Name));

        var (amount, day) = (words.Amount(e.Now.Amount, e.Now.Currency), words.Day(from));
        return new Told(
            words.Say(
                "budgets.activity.amount", $"Set the budget {e.Now.Name} to {amount} from {day}", ("name", e.Now.Name), ("amount", amount), ("day", day)),
            Details: Facts(e.Now));
    }

    private static Dictionary<string, object?> Facts(BudgetDetails details) =>
        new(StringComparer.Ordinal) { ["amount"] = details.Amount, ["currency"] = details.Currency };
}

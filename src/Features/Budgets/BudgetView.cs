namespace MyBudget.Features.Budgets;

/// <summary>A budget. Amounts are in the minor unit of its currency.</summary>
public sealed record BudgetView : Budget
{
    internal static JsonText Show(Budget budget) => new(JsonSerializer.SerializeToUtf8Bytes(budget, StoredJson.Options), TagOf(budget));

    internal static JsonText Show(IEnumerable<Budget> budgets)
    {
        var list = new JsonList();
        foreach (var budget in budgets) list.Add(JsonSerializer.SerializeToUtf8Bytes(budget, StoredJson.Options));
        return list.Close();
    }

    /// <summary>Where amounts were planned, another may be in force tomorrow without a change of the budget.</summary>
    private static string TagOf(Budget budget) =>
        budget.Amounts.Count == 1 ? EntityTag.Of(budget.Version) : EntityTag.Of(budget.Version, budget.Amount);
}

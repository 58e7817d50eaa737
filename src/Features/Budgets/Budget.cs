using MyBudget.Domain;
using MyBudget.Domain.Budgets;
using MyBudget.Features.Budgets.Contracts;

namespace MyBudget.Features.Budgets;

/// <summary>The state of a budget; its stored JSON is what clients see.</summary>
public sealed record Budget(
    Guid Id, string Name, string? Icon, long Amount, Currency Currency, PeriodKind Period, DateOnly StartsOn, DateOnly? EndsOn,
    IReadOnlyList<Guid> CategoryIds, IReadOnlyList<Guid> AccountIds, Rollover Rollover, IReadOnlyList<int> Thresholds,
    IReadOnlyList<BudgetAmount> Amounts, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version)
{
    public static Budget Create(Guid id, BudgetCreated e) => new(
        id, e.Details.Name, e.Details.Icon, e.Details.Amount, e.Details.Currency, e.Details.Period, e.Details.StartsOn, e.Details.EndsOn,
        e.Details.CategoryIds, e.Details.AccountIds, e.Details.Rollover, e.Details.Thresholds,
        [new BudgetAmount(e.Details.StartsOn, e.Details.Amount)], e.At, e.At, 1);

    public Budget Apply(BudgetRevised e) => this with
    {
        Name = e.Now.Name,
        Icon = e.Now.Icon,
        Amount = e.Now.Amount,
        Currency = e.Now.Currency,
        Period = e.Now.Period,
        StartsOn = e.Now.StartsOn,
        EndsOn = e.Now.EndsOn,
        CategoryIds = e.Now.CategoryIds,
        AccountIds = e.Now.AccountIds,
        Rollover = e.Now.Rollover,
        Thresholds = e.Now.Thresholds,
        Amounts = e.AmountFrom is { } from ? AmountsWith(from, e.Now.Amount) : Amounts,
        UpdatedAt = e.At,
        Version = Version + 1,
    };

    internal BudgetDetails ToDetails() => new(
        Name, Icon, Amount, Currency, Period, StartsOn, EndsOn, CategoryIds, AccountIds, Rollover, Thresholds);

    internal BudgetPlan ToPlan() => new(new PeriodSchedule(Period, StartsOn, EndsOn), Amounts, Rollover, Thresholds);

    /// <summary>An amount holds from its first period on, so it also takes the place of what was decided for later ones.</summary>
    internal IReadOnlyList<BudgetAmount> AmountsWith(DateOnly from, long amount)
    {
        List<BudgetAmount> amounts = [.. Amounts.Where(earlier => earlier.FromPeriodStart < from)];
        if (amounts.Count == 0 || amounts[^1].Amount != amount) amounts.Add(new BudgetAmount(from, amount));
        return amounts;
    }
}

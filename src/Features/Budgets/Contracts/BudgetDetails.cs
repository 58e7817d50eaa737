using MyBudget.Domain;
using MyBudget.Domain.Budgets;

namespace MyBudget.Features.Budgets.Contracts;

/// <summary>What a user says about a budget.</summary>
/// <param name="Name">Unique among the ledger's budgets, whatever the case.</param>
/// <param name="Icon">A name from the client's set, or an emoji.</param>
/// <param name="Amount">Minor units; what may be spent in a period, as decided last.</param>
/// <param name="Currency">The currency it is kept in; what is spent in others is named but not added up.</param>
/// <param name="Period">How long a period is.</param>
/// <param name="StartsOn">The day that periods are counted from.</param>
/// <param name="EndsOn">The last day; always there for a single period.</param>
/// <param name="CategoryIds">
/// Expense categories; empty for all of them and for uncategorised outflows. A category that was deleted leaves the list unless
/// it is the last: the budget then matches nothing until somebody says what it is for, rather than everything.
/// </param>
/// <param name="AccountIds">Empty for every account that is on budget.</param>
/// <param name="Rollover">What of a period's remaining amount goes into the next.</param>
/// <param name="Thresholds">Percentages to be warned at, ascending, each once.</param>
public sealed record BudgetDetails(
    string Name, string? Icon, long Amount, Currency Currency, PeriodKind Period, DateOnly StartsOn, DateOnly? EndsOn,
    IReadOnlyList<Guid> CategoryIds, IReadOnlyList<Guid> AccountIds, Rollover Rollover, IReadOnlyList<int> Thresholds)
{
    // A record compares its lists by reference; a repeated request has to be recognised by what it says.
    public bool Equals(BudgetDetails? other) =>
        other is not null && Name == other.Name && Icon == other.Icon && Amount == other.Amount && Currency == other.Currency
        && Period == other.Period && StartsOn == other.StartsOn && EndsOn == other.EndsOn && Rollover == other.Rollover
        && CategoryIds.SequenceEqual(other.CategoryIds) && AccountIds.SequenceEqual(other.AccountIds)
        && Thresholds.SequenceEqual(other.Thresholds);

    public override int GetHashCode() => HashCode.Combine(Name, Amount, Currency, Period, StartsOn, EndsOn, CategoryIds.Count);
}

using MyBudget.Domain;
using MyBudget.Domain.Budgets;
using MyBudget.Infrastructure.OpenApi;

namespace MyBudget.Features.Budgets.CreateBudget;

/// <summary>A budget to create.</summary>
/// <param name="Id">A UUID chosen by the client, so that a repeat after a lost response creates nothing twice.</param>
/// <param name="Name">1 to 100 characters, unique among the ledger's budgets.</param>
/// <param name="Icon">At most 50 characters: a name from the client's set, or an emoji.</param>
/// <param name="Amount">Minor units, not negative.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Period">week, month, quarter, year or once.</param>
/// <param name="StartsOn">The day that periods are counted from.</param>
/// <param name="EndsOn">The last day; required for once.</param>
/// <param name="CategoryIds">Expense categories; empty or absent for all of them and uncategorised outflows.</param>
/// <param name="AccountIds">Empty or absent for every account that is on budget.</param>
/// <param name="Rollover">none (if absent), surplus, deficit or both.</param>
/// <param name="Thresholds">At most ten percentages of 1 to 1000 to be warned at; none if absent.</param>
[RequiredMembers("name", "amount", "currency", "period", "startsOn")]
internal sealed record CreateBudgetRequest(
    Guid? Id, string? Name, string? Icon, long? Amount, string? Currency, PeriodKind? Period, DateOnly? StartsOn, DateOnly? EndsOn,
    IReadOnlyList<Guid>? CategoryIds, IReadOnlyList<Guid>? AccountIds, Rollover? Rollover, IReadOnlyList<int>? Thresholds)
{
    public BudgetInput ToInput() => new(
        Name, Icon, Amount, Currency, Period, StartsOn, EndsOn, CategoryIds, AccountIds, Rollover, Thresholds, EffectiveOn: null);
}

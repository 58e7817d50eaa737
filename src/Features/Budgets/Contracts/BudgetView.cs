using MyBudget.Domain;
using MyBudget.Domain.Budgets;

namespace MyBudget.Features.Budgets.Contracts;

/// <summary>A budget. Amounts are in the minor unit of its currency.</summary>
/// <param name="Id">UUID.</param>
/// <param name="Name">Unique among the ledger's budgets.</param>
/// <param name="Icon">A name from the client's set, or an emoji.</param>
/// <param name="Amount">What may be spent in a period, as decided last.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Period">week, month, quarter, year or once.</param>
/// <param name="StartsOn">The day that periods are counted from.</param>
/// <param name="EndsOn">The last day, if there is one.</param>
/// <param name="CategoryIds">Empty for every expense category and uncategorised outflows.</param>
/// <param name="AccountIds">Empty for every account that is on budget.</param>
/// <param name="Rollover">none, surplus, deficit or both.</param>
/// <param name="Thresholds">Percentages to be warned at, ascending.</param>
/// <param name="Amounts">The amounts that were decided, each with the start of the first period it applies to.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="UpdatedAt">UTC.</param>
/// <param name="Version">Grows with every change; see <c>ETag</c>.</param>
public sealed record BudgetView(
    Guid Id, string Name, string? Icon, long Amount, Currency Currency, PeriodKind Period, DateOnly StartsOn, DateOnly? EndsOn,
    IReadOnlyList<Guid> CategoryIds, IReadOnlyList<Guid> AccountIds, Rollover Rollover, IReadOnlyList<int> Thresholds,
    IReadOnlyList<BudgetAmount> Amounts, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version);

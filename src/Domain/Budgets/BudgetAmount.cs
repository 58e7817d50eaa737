using System.Text.Json.Serialization;

namespace MyBudget.Domain.Budgets;

/// <summary>An amount and the start of the first period that it applies to.</summary>
/// <param name="FromPeriodStart">The first day of that period.</param>
/// <param name="Amount">Minor units.</param>
/// <param name="OnlyPeriod">True where the amount is for that period alone; absent where it applies from then on.</param>
public readonly record struct BudgetAmount(
    DateOnly FromPeriodStart, long Amount, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool OnlyPeriod = false);

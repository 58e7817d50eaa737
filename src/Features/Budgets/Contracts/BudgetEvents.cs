namespace MyBudget.Features.Budgets.Contracts;

public sealed record BudgetCreated(BudgetDetails Details, Guid By, DateTimeOffset At);

/// <summary>Carries both states, so that what follows can be told from this event alone.</summary>
/// <param name="AmountFrom">The start of the first period that the amount applies to; null when it was not set.</param>
/// <param name="AmountReach">How far it applies. Absent where it took the place of all that was planned for later, as all did once.</param>
public sealed record BudgetRevised(
    BudgetDetails Was, BudgetDetails Now, DateOnly? AmountFrom, Guid By, DateTimeOffset At, AmountReach? AmountReach = null);

/// <summary>Which periods an amount is for.</summary>
public enum AmountReach
{
    /// <summary>The period and those after it, until another amount was planned for one.</summary>
    FromThenOn,

    /// <summary>The period alone.</summary>
    OnlyPeriod,
}

public sealed record BudgetDeleted(Guid By, DateTimeOffset At);

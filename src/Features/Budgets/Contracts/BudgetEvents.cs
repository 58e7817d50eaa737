namespace MyBudget.Features.Budgets.Contracts;

public sealed record BudgetCreated(BudgetDetails Details, Guid By, DateTimeOffset At);

/// <summary>Carries both states, so that what follows can be told from this event alone.</summary>
/// <param name="AmountFrom">The start of the period that the amount applies from, later ones included; null when it was not set.</param>
public sealed record BudgetRevised(BudgetDetails Was, BudgetDetails Now, DateOnly? AmountFrom, Guid By, DateTimeOffset At);

public sealed record BudgetDeleted(Guid By, DateTimeOffset At);

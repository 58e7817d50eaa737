namespace MyBudget.Features.Accounts.Contracts;

/// <summary>What other features need to know of an account to decide.</summary>
public sealed record AccountFacts(Guid Id, string Name, Currency Currency, long OpeningBalance, bool OnBudget, bool Closed,
    AccountType Type = AccountType.Other, DateOnly OpenedOn = default);

using MyBudget.Domain;

namespace MyBudget.Features.Accounts.Contracts;

/// <summary>What a user says about an account.</summary>
/// <param name="Name">Unique among the ledger's open accounts, whatever the case.</param>
/// <param name="Type">What kind of account it is.</param>
/// <param name="Currency">Fixed once opened: its amounts are in its minor unit.</param>
/// <param name="OpeningBalance">Minor units; what was there before the first entry. Negative for debts.</param>
/// <param name="OpenedOn">The day of the opening balance.</param>
/// <param name="OnBudget">Whether its entries count in budgets that name no accounts.</param>
public sealed record AccountDetails(string Name, AccountType Type, Currency Currency, long OpeningBalance, DateOnly OpenedOn, bool OnBudget);

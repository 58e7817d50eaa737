using MyBudget.Domain;

namespace MyBudget.Features.Accounts.Contracts;

/// <summary>An account with its balances. Amounts are in the minor unit of its currency.</summary>
/// <param name="Id">UUID.</param>
/// <param name="Name">Unique among the ledger's open accounts.</param>
/// <param name="Type">What kind of account it is.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="OpeningBalance">What was there before the first entry.</param>
/// <param name="OpenedOn">The day of the opening balance.</param>
/// <param name="OnBudget">Whether its entries count in budgets that name no accounts.</param>
/// <param name="Closed">A closed account takes no entries.</param>
/// <param name="Balance">The opening balance and every entry, pending ones included.</param>
/// <param name="ClearedBalance">The opening balance and the entries that are cleared or reconciled.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="UpdatedAt">UTC; of the account's own fields.</param>
/// <param name="Version">Of the account's own fields; see <c>ETag</c>.</param>
public sealed record AccountView(
    Guid Id, string Name, AccountType Type, Currency Currency, long OpeningBalance, DateOnly OpenedOn, bool OnBudget, bool Closed,
    long Balance, long ClearedBalance, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version);

using System.Diagnostics.CodeAnalysis;

namespace MyBudget.Features.Accounts;

/// <summary>An account with its balances. Amounts are in the minor unit of its currency.</summary>
public sealed record AccountView : Account
{
    public AccountView() { }

    /// <summary>Of an account that has no entries.</summary>
    [SetsRequiredMembers]
    internal AccountView(Account account) : base(account) => Balance = ClearedBalance = account.OpeningBalance;

    /// <summary>The opening balance and every entry, pending ones included.</summary>
    public required long Balance { get; init; }

    /// <summary>The opening balance and the entries that are cleared or reconciled.</summary>
    public required long ClearedBalance { get; init; }
}

using System.Diagnostics.CodeAnalysis;

namespace MyBudget.Features.Accounts;

/// <summary>An account with its balances. Amounts are in the minor unit of its currency.</summary>
public sealed record AccountView : Account
{
    public AccountView() { }

    /// <summary>Of an account that has no entries.</summary>
    [SetsRequiredMembers]
    internal AccountView(Account account) : base(account) => Balance = ClearedBalance = account.OpeningBalance;

    /// <summary>The opening balance and every entry from the day openedOn on, pending and future ones included; with <c>on</c>, at the end of that day.</summary>
    public required long Balance { get; init; }

    /// <summary>The same of the entries that are cleared or reconciled.</summary>
    public required long ClearedBalance { get; init; }

    /// <summary>The latest day of a statement that it agreed with.</summary>
    public DateOnly? LastReconciledOn { get; init; }
}

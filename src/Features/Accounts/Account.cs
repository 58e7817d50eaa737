using MyBudget.Infrastructure.EventStore;
using MyBudget.Domain;
using MyBudget.Features.Accounts.Contracts;

namespace MyBudget.Features.Accounts;

/// <summary>The state of an account's own fields; its stored JSON, with the balances put in, is what clients see.</summary>
public sealed record Account(
    Guid Id, string Name, AccountType Type, Currency Currency, long OpeningBalance, DateOnly OpenedOn, bool OnBudget, bool Closed,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version) : ILedgerState<Account>
{
    public static Account? Fold(Account? state, Guid id, object e) => e switch
    {
        AccountOpened opened => Of(id, opened),
        AccountRevised revised => state!.After(revised),
        AccountClosed closed => state!.After(closed),
        AccountReopened reopened => state!.After(reopened),
        _ => state,
    };

    internal AccountDetails ToDetails() => new(Name, Type, Currency, OpeningBalance, OpenedOn, OnBudget);

    internal static Account Of(Guid id, AccountOpened e) => new(
        id, e.Details.Name, e.Details.Type, e.Details.Currency, e.Details.OpeningBalance, e.Details.OpenedOn, e.Details.OnBudget,
        Closed: false, e.At, e.At, 1);

    internal Account After(AccountRevised e) => this with
    {
        Name = e.Now.Name,
        Type = e.Now.Type,
        OpeningBalance = e.Now.OpeningBalance,
        OpenedOn = e.Now.OpenedOn,
        OnBudget = e.Now.OnBudget,
        UpdatedAt = e.At,
        Version = Version + 1,
    };

    internal Account After(AccountClosed e) => this with { Closed = true, UpdatedAt = e.At, Version = Version + 1 };

    internal Account After(AccountReopened e) => this with { Closed = false, UpdatedAt = e.At, Version = Version + 1 };
}

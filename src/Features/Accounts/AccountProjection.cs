using JasperFx.Events;
using Marten.Events.Aggregation;
using MyBudget.Features.Accounts.Contracts;

namespace MyBudget.Features.Accounts;

public sealed partial class AccountProjection : SingleStreamProjection<Account, Guid>
{
    public static Account Create(IEvent<AccountOpened> e) => Account.Create(e.StreamId, e.Data);

    public static Account Apply(AccountRevised e, Account account) => account.Apply(e);

    public static Account Apply(AccountClosed e, Account account) => account.Apply(e);

    public static Account Apply(AccountReopened e, Account account) => account.Apply(e);
}

/// <summary>The published part, which other features load.</summary>
public sealed partial class AccountFactsProjection : SingleStreamProjection<AccountFacts, Guid>
{
    public static AccountFacts Create(IEvent<AccountOpened> e) =>
        new(e.StreamId, e.Data.Details.Name, e.Data.Details.Currency, e.Data.Details.OpeningBalance, e.Data.Details.OnBudget, Closed: false);

    public static AccountFacts Apply(AccountRevised e, AccountFacts facts) =>
        facts with { Name = e.Now.Name, OpeningBalance = e.Now.OpeningBalance, OnBudget = e.Now.OnBudget };

    public static AccountFacts Apply(AccountClosed _, AccountFacts facts) => facts with { Closed = true };

    public static AccountFacts Apply(AccountReopened _, AccountFacts facts) => facts with { Closed = false };
}

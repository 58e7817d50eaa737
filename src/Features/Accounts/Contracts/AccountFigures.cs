namespace MyBudget.Features.Accounts.Contracts;

/// <summary>What the accounts of a ledger come to, as each of them shows it.</summary>
public static class AccountFigures
{
    /// <summary>
    /// A statement with the columns <c>tenant_id</c> and <c>ledger_id</c>, both of which have to be given, <c>account_id uuid, balance bigint,
    /// cleared bigint</c> (minor units) and <c>entries bigint</c>, among which a transfer is in both of its accounts. Closed accounts are there
    /// too. Where a former release wrote last, <see cref="AccountDays.Recount"/> has to stand for <see cref="AccountDays.Table"/>.
    /// </summary>
    public const string All =
        $"""
        select a.tenant_id, place.ledger_id, place.account_id, b.balance - before.moved as balance, b.cleared - before.cleared as cleared, counted.entries
        from {AccountsTables.Accounts} a
        join {AccountsTables.Balances} b on b.account_id = a.id
        cross join lateral (select b.ledger_id, a.id as account_id, (a.data->>'openedOn')::date as opened_on) place
        {AccountDays.BeforeOpening}
        cross join lateral (
          select coalesce(sum(entries), 0)::bigint as entries from {AccountDays.Table}
          where ledger_id = place.ledger_id and account_id = place.account_id and is_month
        ) counted
        """;
}

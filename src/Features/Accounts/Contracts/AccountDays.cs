namespace MyBudget.Features.Accounts.Contracts;

/// <summary>
/// A published table, kept in the transaction of every write: what was moved in each account on each day, and in each month. An opening
/// balance is what was there at the start of its day, so a balance at any moment, before that day too, is the opening balance and what was
/// moved before the moment, less what was moved before the opening day. None of that depends on the account's own fields.
/// </summary>
/// <remarks>
/// Columns: <c>ledger_id uuid, account_id uuid, is_month boolean, date date</c> (of a month its first), <c>moved bigint, cleared bigint</c>
/// (minor units of the account's currency), <c>entries integer</c>; no row without entries.
/// </remarks>
public static class AccountDays
{
    public const string Table = "account_days";

    /// <summary>
    /// To go on with in a list of tables after one <c>place</c> that has <c>ledger_id, account_id, opened_on</c>: <c>before.moved,
    /// before.cleared</c> of all days before the opening day.
    /// </summary>
    public const string BeforeOpening =
        $"""
        cross join lateral (
          {Sum} ({OfAccount} and is_month and date < date_trunc('month', place.opened_on::timestamp)::date
            union all
            {OfAccount} and not is_month and date >= date_trunc('month', place.opened_on::timestamp)::date and date < place.opened_on) day
        ) before
        """;

    /// <summary>The same for <c>place.next_day</c>: <c>till.moved, till.cleared</c> of all days before it.</summary>
    public const string TillNextDay =
        $"""
        cross join lateral (
          {Sum} ({OfAccount} and is_month and date < date_trunc('month', place.next_day::timestamp)::date
            union all
            {OfAccount} and not is_month and date >= date_trunc('month', place.next_day::timestamp)::date and date < place.next_day) day
        ) till
        """;

    /// <summary>
    /// A statement that gives the rows as they should be, with <c>tenant_id</c> in the place of the ledger: for when a former release wrote
    /// without keeping them (docs/adr/0038).
    /// </summary>
    public const string Recount =
        $"""
        select tenant_id, account_id, false as is_month, date, {Sums} from ({EntrySideRows.All}) side group by tenant_id, account_id, date
        union all
        select tenant_id, account_id, true, month, {Sums}
        from (select *, date_trunc('month', date::timestamp)::date as month from ({EntrySideRows.All}) one) side
        group by tenant_id, account_id, month
        """;

    private const string Sums =
        """
        sum(amount)::bigint as moved, coalesce(sum(amount) filter (where status <> 'pending'), 0)::bigint as cleared, count(*)::int as entries
        """;

    private const string Sum = "select coalesce(sum(moved), 0)::bigint as moved, coalesce(sum(cleared), 0)::bigint as cleared from";

    private const string OfAccount = $"select moved, cleared from {Table} where ledger_id = place.ledger_id and account_id = place.account_id";
}

namespace MyBudget.Features.Transactions.Contracts;

/// <summary>
/// A published table, kept in the transaction of every write: what went in and out per day, account and category. Months are
/// short sums of it, and a new budget's periods too, whatever day they start on. Transfers are not in it, but for those that have a category:
/// then both sides are, each in its account.
/// </summary>
/// <remarks>
/// Columns: <c>ledger_id uuid, date date, account_id uuid, category_id uuid</c> (nil when uncategorised), <c>inflow bigint,
/// outflow bigint</c> (both minor units of the account's currency, outflow not positive), <c>entries integer</c>.
/// </remarks>
public static class DayTotals
{
    public const string Table = "day_totals";
}

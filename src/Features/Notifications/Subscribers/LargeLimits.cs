namespace MyBudget.Features.Notifications.Subscribers;

/// <summary>From what amount on a transaction is large, as the events of each ledger say.</summary>
internal sealed class LargeLimits(IDocumentSession session)
{
    public async Task<LargeLimit> ReadAsync(Guid ledgerId, CancellationToken cancellationToken) =>
        await session.Sql($"select amount, currency from {NotificationsTables.LargeLimits:raw} where ledger_id = {ledgerId}")
            .FirstOrDefaultAsync(
                row => new LargeLimit(row.IsDBNull(0) ? null : row.GetInt64(0), Currency.Of(row.GetString(1))), cancellationToken)
        ?? LargeLimit.None;

    // A page of events may come again after later ones.
    public void Keep(Guid ledgerId, LargeLimit limit, long revision) => session.Queue(
        $"""
         insert into {NotificationsTables.LargeLimits:raw} as known (ledger_id, revision, amount, currency)
         values ({ledgerId}, {revision}, {limit.From}, {limit.Currency!.Code})
         on conflict (ledger_id) do update set revision = excluded.revision, amount = excluded.amount, currency = excluded.currency
         where known.revision <= excluded.revision
         """);
}

/// <param name="From">Minor units, positive; null where nothing is large.</param>
/// <param name="Currency">The ledger's; entries in others are not compared, since nothing says at what rate.</param>
internal sealed record LargeLimit(long? From, Currency? Currency)
{
    public static readonly LargeLimit None = new(null, null);

    public bool IsReachedBy(long amount, Currency currency) => From is { } from && currency == Currency && Math.Abs(amount) >= from;
}

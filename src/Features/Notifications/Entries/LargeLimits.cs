using Marten;
using MyBudget.Domain;
using Npgsql;

namespace MyBudget.Features.Notifications.Entries;

/// <summary>From what amount on a transaction is large, as the events of each ledger say.</summary>
internal sealed class LargeLimits(IDocumentSession session)
{
    public const string Table = "large_limits";

    // A page of events may come again after later ones.
    private const string Upsert =
        $"""
         insert into {Table} (ledger_id, revision, amount, currency) values (?, ?, ?, ?)
         on conflict (ledger_id) do update set revision = excluded.revision, amount = excluded.amount, currency = excluded.currency
         where {Table}.revision <= excluded.revision
         """;

    public async Task<LargeLimit> ReadAsync(Guid ledgerId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select amount, currency from {Table} where ledger_id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = ledgerId });
        await using var reader = await session.ExecuteReaderAsync(command, cancellationToken);
        if (!await reader.ReadAsync(cancellationToken)) return LargeLimit.None;
        return new LargeLimit(await reader.IsDBNullAsync(0, cancellationToken) ? null : reader.GetInt64(0), Currency.Of(reader.GetString(1)));
    }

    public void Keep(Guid ledgerId, LargeLimit limit, long revision) => session.QueueSqlCommand(
        Upsert, ledgerId, revision, limit.From ?? (object)DBNull.Value, limit.Currency!.Code);
}

/// <param name="From">Minor units, positive; null where nothing is large.</param>
/// <param name="Currency">The ledger's; entries in others are not compared, since nothing says at what rate.</param>
internal sealed record LargeLimit(long? From, Currency? Currency)
{
    public static readonly LargeLimit None = new(null, null);

    public bool IsReachedBy(long amount, Currency currency) => From is { } from && currency == Currency && Math.Abs(amount) >= from;
}

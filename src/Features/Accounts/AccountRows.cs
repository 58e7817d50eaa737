using System.Data.Common;

namespace MyBudget.Features.Accounts;

/// <summary>Accounts with their balances, of now or as of the end of a day, as the JSON that clients see.</summary>
internal sealed class AccountRows(LedgerReader ledger)
{
    /// <summary>What the parameter asks for.</summary>
    public const string On = "The day at whose end, yyyy-MM-dd; if absent, everything counts that is entered.";

    /// <summary>Grows when the same entries come to make other balances.</summary>
    private const int Reckoning = 1;

    public Task<JsonText?> FindAsync(Guid id, DateOnly? on, CancellationToken cancellationToken) =>
        FindAsync(ledger.Sql, ledger.LedgerId, id, on, cancellationToken);

    /// <summary>For a write's answer, on the connection that the write holds already.</summary>
    public static Task<JsonText?> FindAsync(IDocumentSession session, Guid id, CancellationToken cancellationToken) =>
        FindAsync(session.Sql, Guid.Parse(session.TenantId), id, on: null, cancellationToken);

    public Task<JsonText> ListAsync(DateOnly? on, CancellationToken cancellationToken) => ListAsync(ledger.Sql, ledger.LedgerId, on, cancellationToken);

    /// <summary>The list on a write's own connection.</summary>
    public static Task<JsonText> ListAsync(IDocumentSession session, CancellationToken cancellationToken) =>
        ListAsync(session.Sql, Guid.Parse(session.TenantId), on: null, cancellationToken);

    /// <summary>As clients hold them: with nothing that entries change.</summary>
    public static Sql Living(Guid ledgerId) =>
        $"""
         select a.id, (a.data->>'version')::bigint as version, a.data || jsonb_build_object('lastReconciledOn', last.statement_on) as data
         from {AccountsTables.Accounts:raw} a
         {LastReconciled}
         where a.tenant_id = {LedgerScope.TenantOf(ledgerId)}
         """;

    private static Sql LastReconciled =>
        $"""
         left join lateral (
           select statement_on from {TransactionsTables.Reconciliations:raw}
           where tenant_id = a.tenant_id and account_id = a.id order by statement_on desc limit 1
         ) last on true
         """;

    // Where a former release wrote last, the table of days has to be reckoned first, and reading begins anew.
    private static async Task<JsonText?> FindAsync(
        Func<Sql, SqlCall> run, Guid ledgerId, Guid id, DateOnly? on, CancellationToken cancellationToken)
    {
        var (found, isCounted) = await run(One(ledgerId, id, on)).FirstOrDefaultAsync(
            row => (new JsonText(row.GetFieldValue<byte[]>(0), Tag(row)), IsCounted(row)), cancellationToken);
        if (found is null || isCounted) return found;
        return await run($"{Days(ledgerId)} and account_id = {id}) {One(ledgerId, id, on)}").JsonAsync(Tag, cancellationToken);
    }

    private static async Task<JsonText> ListAsync(Func<Sql, SqlCall> run, Guid ledgerId, DateOnly? on, CancellationToken cancellationToken)
    {
        var list = new JsonList();
        await foreach (var row in run(InOrder(ledgerId, on)).RowsAsync(cancellationToken))
        {
            if (!IsCounted(row))
            {
                list = null;
                break;
            }

            list.Add(row.GetFieldValue<byte[]>(0));
        }

        return list?.Close()
            ?? await run($"{Days(ledgerId)}) {InOrder(ledgerId, on)}").JsonListAsync(cancellationToken);
    }

    private static Sql One(Guid ledgerId, Guid id, DateOnly? on) => $"{All(ledgerId, on)} and a.id = {id}";

    private static Sql InOrder(Guid ledgerId, DateOnly? on) =>
        $"""
         {All(ledgerId, on)}
         order by (a.data->>'closed')::bool, (a.data->>'position')::int nulls last, a.data->>'name' collate "und-x-icu", a.id
         """;

    private static Sql All(Guid ledgerId, DateOnly? on) =>
        $"""
         select a.data || jsonb_build_object(
             'balance', {(on is null ? (Sql)$"b.balance" : $"place.opening + till.moved")} - before.moved,
             'clearedBalance', {(on is null ? (Sql)$"b.cleared" : $"place.opening + till.cleared")} - before.cleared,
             'lastReconciledOn', last.statement_on),
           (a.data->>'version')::int, case when h.counted = h.revision then b.revision else h.revision end, h.counted is not distinct from h.revision
         from {AccountsTables.Accounts:raw} a
         join {EventTables.Heads:raw} h on h.ledger_id = {ledgerId}
         join {AccountsTables.Balances:raw} b on b.ledger_id = h.ledger_id and b.account_id = a.id
         cross join lateral (
           select h.ledger_id, a.id as account_id, (a.data->>'openingBalance')::bigint as opening, (a.data->>'openedOn')::date as opened_on,
             {(on is { } day ? (Sql)$"{day}::date + 1" : $"null::date")} as next_day
         ) place
         {AccountDays.BeforeOpening:raw}
         {(on is null ? (Sql)$"" : $"{AccountDays.TillNextDay:raw}")}
         {LastReconciled}
         where a.tenant_id = {LedgerScope.TenantOf(ledgerId)}
         """;

    /// <summary>Begins a statement that finds the table of days as it should be, whoever wrote last.</summary>
    private static Sql Days(Guid ledgerId) =>
        $"""
         with {AccountDays.Table:raw} as materialized (
           select {ledgerId} as ledger_id, day.* from ({AccountDays.Recount:raw}) day where tenant_id = {LedgerScope.TenantOf(ledgerId)}
         """;

    private static bool IsCounted(DbDataReader row) => row.GetBoolean(3);

    private static string Tag(DbDataReader row) => EntityTag.Of(row.GetInt32(1), row.GetInt64(2), Reckoning);
}

using Marten;
using MyBudget.Features.Accounts.Contracts;
using Npgsql;

namespace MyBudget.Features.Transactions.ReconcileAccount;

/// <summary>An account's side of a comparison with a statement, up to its day.</summary>
internal sealed record AccountStatement(long ClearedBalance, int Pending, IReadOnlyList<Transaction> Cleared)
{
    private const string Mine =
        $"""
        from {TransactionTable.Name}
        where tenant_id = $1 and deleted_at is null and date <= $3 and (account_id = $2 or transfer_account_id = $2)
        """;

    private const string Sums =
        $"""
        select coalesce(sum(case when account_id = $2 then (data->>'amount')::bigint else (data->'transfer'->>'amount')::bigint end)
                 filter (where data->>'status' <> 'pending'), 0)::bigint,
               (count(*) filter (where data->>'status' = 'pending'))::int
        {Mine}
        """;

    private const string Entries = $"select data {Mine} and data->>'status' = 'cleared' order by date, id";

    public static async Task<AccountStatement> ReadAsync(
        IDocumentSession session, AccountFacts account, DateOnly on, CancellationToken cancellationToken)
    {
        var (sum, pending) = await SumAsync(session, account.Id, on, cancellationToken);
        var cleared = new List<Transaction>();
        await using var command = Command(Entries, session, account.Id, on);
        await using var reader = await session.ExecuteReaderAsync(command, cancellationToken);
        var serializer = session.DocumentStore.Options.Serializer();
        while (await reader.ReadAsync(cancellationToken)) cleared.Add(serializer.FromJson<Transaction>(reader, 0));
        return new AccountStatement(checked(account.OpeningBalance + sum), pending, cleared);
    }

    private static async Task<(long Sum, int Pending)> SumAsync(
        IDocumentSession session, Guid account, DateOnly on, CancellationToken cancellationToken)
    {
        await using var command = Command(Sums, session, account, on);
        await using var reader = await session.ExecuteReaderAsync(command, cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetInt64(0), reader.GetInt32(1));
    }

    private static NpgsqlCommand Command(string sql, IDocumentSession session, Guid account, DateOnly on)
    {
        var command = new NpgsqlCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = session.TenantId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = account });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = on });
        return command;
    }
}

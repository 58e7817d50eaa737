using Marten;
using Npgsql;

namespace MyBudget.Features.Transactions.ImportFile;

/// <summary>One side of a transaction that a row of the file might be.</summary>
/// <param name="Id">The transaction.</param>
/// <param name="AccountId">The account on this side.</param>
/// <param name="Date">As the bank's file had it, for what was imported into this account; else as it is.</param>
/// <param name="Amount">Likewise.</param>
/// <param name="Payee">Likewise.</param>
/// <param name="BankId">The bank's id, for what was imported into this account.</param>
/// <param name="FromBank">Imported into this account, so that a later file tells the same of it.</param>
/// <param name="Pending">Imported before it was booked: then date and payee may still change.</param>
/// <param name="Deleted">Imported, and deleted by a user.</param>
internal sealed record KnownEntry(
    Guid Id, Guid AccountId, DateOnly Date, long Amount, string? Payee, string? BankId, bool FromBank, bool Pending, bool Deleted)
{
    /// <summary>A row has been matched with it.</summary>
    public bool IsTaken { get; set; }
}

/// <summary>Reads all of them at once.</summary>
internal static class KnownEntries
{
    /// <summary>How far the dates of a row and of what a person entered may be apart.</summary>
    public const int Days = 5;

    private const string Sql =
        $"""
        select id, bank_account_id, bank_date, (data->'bankRecord'->>'amount')::bigint, bank_payee, data->>'bankId', true,
          deleted_at is null and data->>'status' = 'pending', deleted_at is not null
        from {TransactionTable.Name} entry
        where tenant_id = $1 and bank_account_id = any ($2) and bank_date between $3 and $4 and (data->'bankRecord'->>'amount')::bigint = any ($5)
          and (deleted_at is null or not exists (
            select from mt_doc_import import
            where import.tenant_id = $1 and import.id = (entry.data->>'importId')::uuid and import.data->>'undoneAt' is not null))
        union all
        select id, account_id, date, (data->>'amount')::bigint, data->>'payee', null, false, false, false
        from {TransactionTable.Name}
        where tenant_id = $1 and deleted_at is null and account_id = any ($2) and date between $3 and $4 and (data->>'amount')::bigint = any ($5)
          and bank_account_id is distinct from account_id
        union all
        select id, transfer_account_id, date, (data->'transfer'->>'amount')::bigint, data->>'payee', null, false, false, false
        from {TransactionTable.Name}
        where tenant_id = $1 and deleted_at is null and transfer_account_id = any ($2) and date between $3 and $4
          and (data->'transfer'->>'amount')::bigint = any ($5) and bank_account_id is distinct from transfer_account_id
        """;

    public static async Task<IReadOnlyList<KnownEntry>> ReadAsync(
        IDocumentSession session, IReadOnlyList<DraftRow> drafts, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = session.TenantId });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. drafts.Select(draft => draft.Entry!.AccountId).Distinct()] });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = drafts.Min(draft => draft.Entry!.Date).AddDays(-Days) });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = drafts.Max(draft => draft.Entry!.Date).AddDays(Days) });
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. drafts.Select(draft => draft.Entry!.Amount).Distinct()] });

        var known = new List<KnownEntry>();
        await using var reader = await session.ExecuteReaderAsync(command, cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            known.Add(new KnownEntry(
                reader.GetGuid(0), reader.GetGuid(1), reader.GetFieldValue<DateOnly>(2), reader.GetInt64(3), Text(4), Text(5),
                reader.GetBoolean(6), reader.GetBoolean(7), reader.GetBoolean(8)));
        }

        return known;

        string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
    }
}

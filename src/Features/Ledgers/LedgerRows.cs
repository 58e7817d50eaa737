using System.Globalization;
using MyBudget.Domain;
using MyBudget.Features.Ledgers.Contracts;
using Npgsql;

namespace MyBudget.Features.Ledgers;

/// <summary>Ledgers joined with a member's role and the ledger's revision: a view across tenants, one user's at a time.</summary>
internal static class LedgerRows
{
    public const string Select =
        """
        select l.id, l.data->>'name', l.data->>'currency', m.role, h.revision, l.data->>'createdAt', (l.data->>'version')::int,
               (l.data->>'largeTransactionFrom')::bigint
        from mt_doc_ledger_membership m
        join ledger_heads h on h.ledger_id = m.ledger_id
        join mt_doc_ledger l on l.tenant_id = m.ledger_id::text and l.id = m.ledger_id
        """;

    public static async Task<IReadOnlyList<LedgerView>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        var ledgers = new List<LedgerView>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            ledgers.Add(new LedgerView(
                reader.GetGuid(0), reader.GetString(1), Currency.Of(reader.GetString(2)),
                Enum.Parse<LedgerRole>(reader.GetString(3), ignoreCase: true), reader.GetInt64(4),
                DateTimeOffset.Parse(reader.GetString(5), CultureInfo.InvariantCulture), reader.GetInt32(6),
                await reader.IsDBNullAsync(7, cancellationToken) ? null : reader.GetInt64(7)));
        }

        return ledgers;
    }
}

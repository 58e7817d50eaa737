using MyBudget.Domain;
using Npgsql;

namespace MyBudget.Infrastructure.Security;

/// <summary>Whether a sign-in is still good and what its user may do in a ledger, in one short read per request.</summary>
internal sealed class AccessCheck(NpgsqlDataSource database)
{
    private const string Sql =
        """
        select (select role from mt_doc_ledger_membership where id = $3)
        from mt_doc_sign_in_session where id = $1 and user_id = $2 and ended_at is null
        """;

    /// <summary>Null when the sign-in has ended; otherwise the role in the ledger, if any.</summary>
    public async Task<Access?> ReadAsync(Guid sessionId, Guid userId, Guid? ledgerId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = sessionId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = userId });
        command.Parameters.Add(new NpgsqlParameter<string>
        {
            TypedValue = ledgerId is { } id ? LedgerMembership.IdOf(id, userId) : string.Empty,
        });

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken)) return null;
        return new Access(await reader.IsDBNullAsync(0, cancellationToken) ? null : Enum.Parse<LedgerRole>(reader.GetString(0), ignoreCase: true));
    }
}

/// <param name="Role">The role in the ledger that was asked for; null when not a member, or when there is no such ledger.</param>
internal sealed record Access(LedgerRole? Role);

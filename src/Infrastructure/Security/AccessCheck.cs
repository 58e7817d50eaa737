using MyBudget.Domain;
using MyBudget.Infrastructure.Database;
using Npgsql;

namespace MyBudget.Infrastructure.Security;

/// <summary>Whether a sign-in is still good and what its user may do in a ledger, in one short read per request.</summary>
internal sealed class AccessCheck(NpgsqlDataSource database)
{
    /// <summary>Null when the sign-in has ended; otherwise the role in the ledger, if any.</summary>
    public Task<Access?> ReadAsync(Guid sessionId, Guid userId, Guid? ledgerId, CancellationToken cancellationToken)
    {
        var membership = ledgerId is { } id ? LedgerMembership.IdOf(id, userId) : string.Empty;
        return database.Sql(
            $"""
             select (select role from {SecurityTables.Memberships:raw} where id = {membership})
             from {SecurityTables.SignIns:raw} where id = {sessionId} and user_id = {userId} and ended_at is null
             """)
            .FirstOrDefaultAsync(
                row => new Access(row.IsDBNull(0) ? null : Enum.Parse<LedgerRole>(row.GetString(0), ignoreCase: true)), cancellationToken);
    }
}

/// <param name="Role">The role in the ledger that was asked for; null when not a member, or when there is no such ledger.</param>
internal sealed record Access(LedgerRole? Role);

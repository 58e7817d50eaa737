namespace MyBudget.Infrastructure.Security;

/// <summary>Whether a sign-in is still good and what its user may do in a ledger.</summary>
internal static class AccessCheck
{
    /// <summary>One row with the role in the ledger, null for none; no row when the sign-in has ended.</summary>
    public static Sql Of(Guid sessionId, Guid userId, Guid? ledgerId)
    {
        var membership = ledgerId is { } id ? LedgerMembership.IdOf(id, userId) : string.Empty;
        return
            $"""
             select (
               select case when {ledgerId ?? Guid.Empty} in ({SecurityTables.DemandingFactor}) and not {SecurityTables.HasFactor(userId)}
                 then {PendingAccess.FactorMissing} else role end
               from {SecurityTables.Memberships:raw} where id = {membership}) as role
             from {SecurityTables.SignIns:raw} where id = {sessionId} and user_id = {userId} and ended_at is null
             """;
    }
}

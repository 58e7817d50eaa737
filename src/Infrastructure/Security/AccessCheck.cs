namespace MyBudget.Infrastructure.Security;

/// <summary>Whether a sign-in is still good and what its user may do in a ledger.</summary>
internal static class AccessCheck
{
    /// <summary>One row with the role in the ledger, null for none; no row when the sign-in has ended.</summary>
    /// <param name="sessionId">The sign-in.</param>
    /// <param name="userId">Whose it should be.</param>
    /// <param name="ledgerId">Null outside ledgers.</param>
    /// <param name="asksFactor">False for what is open to members without the second factor that the ledger demands.</param>
    public static Sql Of(Guid sessionId, Guid userId, Guid? ledgerId, bool asksFactor = true)
    {
        var membership = ledgerId is { } id ? LedgerMembership.IdOf(id, userId) : string.Empty;
        return
            $"""
             select (
               select case when {asksFactor} and {ledgerId ?? Guid.Empty} in ({SecurityTables.DemandingFactor}) and not {SecurityTables.HasFactor(userId)}
                 then {PendingAccess.FactorMissing} else role end
               from {SecurityTables.Memberships:raw} where id = {membership}) as role
             from {SecurityTables.SignIns:raw} where id = {sessionId} and user_id = {userId} and ended_at is null
             """;
    }
}

namespace MyBudget.Infrastructure.Security;

/// <summary>Which ledgers are open only to members who have a second factor. The access check reads it on every request.</summary>
internal static class FactorDemands
{
    /// <summary>From the session's commit on.</summary>
    public static void DemandFactor(this IDocumentSession session, Guid ledgerId, bool isDemanded)
    {
        if (isDemanded) session.Queue($"insert into {SecurityTables.FactorDemands:raw} (ledger_id) values ({ledgerId}) on conflict do nothing");
        else session.Queue($"delete from {SecurityTables.FactorDemands:raw} where ledger_id = {ledgerId}");
    }

    public static Task<bool> HasFactorAsync(this IQuerySession session, Guid userId, CancellationToken cancellationToken) =>
        session.Sql($"select {SecurityTables.HasFactor(userId)}").ScalarAsync<bool>(cancellationToken);
}

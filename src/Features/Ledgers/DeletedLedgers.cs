namespace MyBudget.Features.Ledgers;

/// <summary>
/// Ledgers that were deleted and can still be restored. Everything in them stays as it is; only their members are set aside, so that a
/// deleted ledger has none (docs/adr/0043).
/// </summary>
internal static class DeletedLedgers
{
    /// <summary>Clients are told until when a ledger can be restored, so it is not for the operator to say.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(14);

    /// <summary>Else who deletes ledgers could make any number of them.</summary>
    private const int Most = 100;

    public static Task<IReadOnlyList<DeletedMembership>> DeletedMembersAsync(
        this IQuerySession session, Guid ledgerId, CancellationToken cancellationToken) =>
        session.Query<DeletedMembership>().Where(member => member.LedgerId == ledgerId).ToListAsync(cancellationToken);

    /// <summary>
    /// The ledgers that the user is a member of, and those that they were a member of until the ledger was deleted; in the order in which all
    /// lock them. One that is just being deleted or restored is among them, as it is one or the other in any snapshot.
    /// </summary>
    public static async Task<IReadOnlyList<Guid>> LedgersOfAsync(this IQuerySession session, Guid userId, CancellationToken cancellationToken)
    {
        var ledgers = await session.Sql(
            $"{SecurityTables.LedgersOf(userId)} union select ledger_id from {LedgersTables.DeletedMemberships:raw} where user_id = {userId}")
            .ListAsync(row => row.GetGuid(0), cancellationToken);
        return [.. ledgers.Order()];
    }

    /// <summary>A condition on the memberships of deleted ledgers: those that the user may restore.</summary>
    public static Sql OwnedBy(Guid userId) => $"user_id = {userId} and role = {nameof(LedgerRole.Owner)}";

    public static async Task EnsureRoomForDeletedAsync(this IQuerySession session, Guid userId, CancellationToken cancellationToken)
    {
        var deleted = await session.Sql($"select count(*) from {LedgersTables.DeletedMemberships:raw} where {OwnedBy(userId)}")
            .ScalarAsync<long>(cancellationToken);
        if (deleted >= Most)
        {
            throw new RuleViolation(
                "ledgers.too-many-deleted",
                $"You have deleted {Most} ledgers, which are kept for {KeptFor.Days} days: restore one, or wait until one is erased.");
        }
    }
}

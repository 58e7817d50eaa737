namespace MyBudget.Features.Notifications;

/// <summary>What a user sees of the inbox: nothing of ledgers they are no longer a member of.</summary>
internal static class Inbox
{
    /// <summary>A condition on the inbox's table.</summary>
    public static Sql VisibleTo(Guid userId) =>
        $"user_id = {userId} and (ledger_id is null or ledger_id in ({SecurityTables.LedgersOf(userId)}))";
}

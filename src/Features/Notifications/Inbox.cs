namespace MyBudget.Features.Notifications;

/// <summary>What a user sees of the inbox: nothing of ledgers they are no longer a member of.</summary>
internal static class Inbox
{
    public const string Table = "mt_doc_inbox_entry";

    /// <summary>A condition on <see cref="Table"/>; the user is its first parameter and its second.</summary>
    public const string Visible =
        """
        user_id = ?
        and (ledger_id is null or ledger_id in (select member.ledger_id from mt_doc_ledger_membership member where member.user_id = ?))
        """;
}

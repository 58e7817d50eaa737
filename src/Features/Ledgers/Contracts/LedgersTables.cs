namespace MyBudget.Features.Ledgers.Contracts;

/// <summary>
/// Where ledgers are stored, invitations and requests to join them, and memberships of deleted ledgers. Those of others are stored by
/// <c>Security</c>, which asks for them on every request.
/// </summary>
public static class LedgersTables
{
    public const string Ledgers = "mt_doc_ledger";
    public const string DeletedMemberships = "mt_doc_deleted_membership";
    public const string Invitations = "mt_doc_ledger_invitation";
    public const string JoinLinks = "mt_doc_join_link";
    public const string JoinRequests = "mt_doc_join_request";

    /// <summary>A statement: <c>open_id</c> of the invitations that nobody has answered or withdrawn, and until when they can be, <c>ends_at</c>.</summary>
    public const string OpenInvitations =
        $"select id as open_id, (data->>'expiresAt')::timestamptz as ends_at from {Invitations} where data->>'acceptedBy' is null";

    /// <summary>The same of requests to join.</summary>
    public const string OpenJoinRequests =
        $"select id as open_id, (data->>'expiresAt')::timestamptz as ends_at from {JoinRequests} where data->>'status' = 'open'";
}

namespace MyBudget.Features.Ledgers.Contracts;

/// <summary>Where ledgers are stored, and invitations and requests to join them. Memberships are stored by <c>Security</c>, which asks for them on every request.</summary>
public static class LedgersTables
{
    public const string Ledgers = "mt_doc_ledger";
    public const string Invitations = "mt_doc_ledger_invitation";
    public const string JoinLinks = "mt_doc_join_link";
    public const string JoinRequests = "mt_doc_join_request";
}

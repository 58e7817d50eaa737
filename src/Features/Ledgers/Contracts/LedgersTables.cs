namespace MyBudget.Features.Ledgers.Contracts;

/// <summary>
/// Where ledgers and invitations to them are stored, and memberships of deleted ledgers. Those of others are stored by <c>Security</c>, which
/// asks for them on every request.
/// </summary>
public static class LedgersTables
{
    public const string Ledgers = "mt_doc_ledger";
    public const string DeletedMemberships = "mt_doc_deleted_membership";
    public const string Invitations = "mt_doc_ledger_invitation";
}

namespace MyBudget.Features.Ledgers.Contracts;

/// <summary>Where ledgers and invitations to them are stored. Memberships are stored by <c>Security</c>, which asks for them on every request.</summary>
public static class LedgersTables
{
    public const string Ledgers = "mt_doc_ledger";
    public const string Invitations = "mt_doc_ledger_invitation";
}

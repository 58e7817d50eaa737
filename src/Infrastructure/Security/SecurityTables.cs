namespace MyBudget.Infrastructure.Security;

/// <summary>Where sign-ins and memberships are stored, for statements that read them beside what they own.</summary>
internal static class SecurityTables
{
    public const string SignIns = "mt_doc_sign_in_session";
    public const string Memberships = "mt_doc_ledger_membership";

    /// <summary>The ledgers that the user is a member of, as a list of ids.</summary>
    public static Sql LedgersOf(Guid userId) => $"select ledger_id from {Memberships:raw} where user_id = {userId}";
}

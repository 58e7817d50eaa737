namespace MyBudget.Infrastructure.Security;

/// <summary>Where sign-ins, memberships, second factors and what asks for these are stored, for statements that read them beside what they own.</summary>
internal static class SecurityTables
{
    public const string SignIns = "mt_doc_sign_in_session";
    public const string Memberships = "mt_doc_ledger_membership";
    public const string Factors = "identity_factors";
    public const string FactorDemands = "ledger_factor_demands";

    /// <summary>Whether the user has a second factor.</summary>
    public static Sql HasFactor(Guid userId) => $"exists (select from {Factors:raw} where user_id = {userId} and confirmed_at is not null)";

    /// <summary>The ledgers that ask their members for a second factor, as a list of ids.</summary>
    public static Sql DemandingFactor => $"select ledger_id from {FactorDemands:raw}";

    /// <summary>The ledgers that the user is a member of, as a list of ids.</summary>
    public static Sql LedgersOf(Guid userId) => $"select ledger_id from {Memberships:raw} where user_id = {userId}";
}

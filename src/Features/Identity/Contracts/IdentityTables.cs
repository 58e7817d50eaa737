namespace MyBudget.Features.Identity.Contracts;

/// <summary>Where users are stored, and what they sign in with.</summary>
public static class IdentityTables
{
    public const string Profiles = "mt_doc_user_profile";
    public const string RefreshTokens = "mt_doc_refresh_token";
    public const string MailCodes = "mt_doc_mail_code";
}

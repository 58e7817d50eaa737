namespace MyBudget.Features.Identity;

internal enum MailCodePurpose
{
    VerifyEmail,
    ResetPassword,
}

/// <summary>
/// A code that was mailed to a user. Each request has a code of its own, which begins with digits that name it: so who asks for others, or
/// guesses, neither replaces nor uses up the one that its owner has (docs/adr/0050).
/// </summary>
/// <param name="Id">Of the user, the purpose and the first digits.</param>
/// <param name="Hash">Of the other digits, as slow to guess as a password's.</param>
internal sealed record MailCode(string Id, Guid UserId, string Hash, DateTimeOffset ExpiresAt, int Misses)
{
    public const int NameDigits = 4;
    public const int SecretDigits = 6;
    public const int MostMisses = 5;

    /// <summary>As ASVS 5.0 has it for codes that come another way (6.5.5).</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    public static string PrefixOf(Guid userId, MailCodePurpose purpose) => $"{userId:D}/{purpose}/";

    public bool IsOpen(DateTimeOffset now) => now < ExpiresAt && Misses < MostMisses;
}

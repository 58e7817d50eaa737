namespace MyBudget.Features.Identity;

internal enum MailCodePurpose
{
    VerifyEmail,
    ResetPassword,
}

/// <summary>A code that was mailed to a user. There is one per user and purpose: a newer one replaces it.</summary>
/// <param name="Hash">Of the code, as slow to guess as a password's.</param>
internal sealed record MailCode(string Id, Guid UserId, string Hash, DateTimeOffset ExpiresAt, int Misses)
{
    public const int MostMisses = 5;

    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    public static string IdOf(Guid userId, MailCodePurpose purpose) => $"{userId:D}/{purpose}";

    public bool IsOpen(DateTimeOffset now) => now < ExpiresAt && Misses < MostMisses;
}

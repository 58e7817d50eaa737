namespace MyBudget.Features.Identity;

/// <summary>An app that makes one-time codes (TOTP, RFC 6238), of a user who shows one beside their password.</summary>
/// <param name="Name">What its user calls it.</param>
/// <param name="Secret">Encrypted by <see cref="FactorKey"/>.</param>
/// <param name="LastStep">The time step of the last code that was accepted: neither that one nor an older one is accepted again.</param>
internal sealed record SecondFactor(Guid Id, string Name, byte[] Secret, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt, long LastStep)
{
    public const string Table = SecurityTables.Factors;

    /// <summary>Of one user; each has to be tried for a code.</summary>
    public const int MostPerUser = 10;

    /// <summary>How long an enrolment waits for its first code.</summary>
    public static readonly TimeSpan PendingFor = TimeSpan.FromHours(1);
}

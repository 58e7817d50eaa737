namespace MyBudget.Features.Identity.Contracts;

/// <summary>A user as other features may know them. Outside ledgers; only this feature stores it.</summary>
/// <param name="Id">Also the <c>sub</c> of access tokens.</param>
/// <param name="Email">As the user typed it.</param>
/// <param name="EmailVerified">Whether the user has shown to read mail sent there.</param>
/// <param name="DisplayName">What other members see.</param>
/// <param name="Locale">The language of mail and notifications: <c>en</c> or <c>ru</c>.</param>
/// <param name="TimeZone">IANA, for example <c>Europe/Berlin</c>.</param>
public sealed record UserProfile(
    Guid Id, string Email, bool EmailVerified, string DisplayName, string Locale, string TimeZone, DateTimeOffset CreatedAt, long Version)
{
    /// <summary>The address in its one spelling, by which a user is found.</summary>
    public string Mailbox => EmailAddress.Normalize(Email);

    /// <summary>Which day it is for a user; in UTC for one that is not known.</summary>
    public static DateOnly DayOf(UserProfile? user, DateTimeOffset now) => DayIn(user?.TimeZone, now);

    /// <summary>Which day it is in a time zone, in UTC if there is no such.</summary>
    public static DateOnly DayIn(string? timeZone, DateTimeOffset now) => DateOnly.FromDateTime(
        timeZone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone) ? TimeZoneInfo.ConvertTime(now, zone).DateTime : now.UtcDateTime);
}

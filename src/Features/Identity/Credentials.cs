namespace MyBudget.Features.Identity;

/// <summary>How a user proves who they are. Kept apart from the profile, so that no read of a profile can show it.</summary>
/// <param name="Email">Normalised, see <see cref="EmailAddress"/>; unique.</param>
/// <param name="PasswordHash">Null for a user who has only ever signed in elsewhere.</param>
internal sealed record Credentials(Guid Id, string Email, string? PasswordHash)
{
    public const string UniqueEmail = "credentials_email_unique";
}

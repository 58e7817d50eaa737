using System.Buffers.Text;

namespace MyBudget.Features.Identity;

/// <summary>
/// A refresh token as it is kept: its hash, never itself. A family of them is a <c>SignInSession</c>; each is used once and
/// replaced by its successor.
/// </summary>
/// <param name="Id">SHA-256 of the token.</param>
/// <param name="Previous">The hash of the one it replaced; null for the first of its family.</param>
/// <param name="ReplacedAt">When it was used.</param>
/// <param name="SuccessorSeed">
/// Makes the successor again out of this token, so that a client whose answer was lost, or that asks twice at once, is given the
/// same successor and the family never forks. Without this token, which nobody but the client has, it is worth nothing; it is wiped
/// when the successor is used.
/// </param>
internal sealed record RefreshToken(
    string Id, Guid SessionId, Guid UserId, DateTimeOffset IssuedAt, string? Previous = null,
    DateTimeOffset? ReplacedAt = null, string? SuccessorSeed = null)
{
    /// <summary>Whatever is wrong with it: which, would only help who guesses.</summary>
    public static ProblemException Refused() =>
        new(StatusCodes.Status401Unauthorized, "auth.invalid-refresh-token", "This refresh token is not good (any more); sign in again.");

    /// <summary>256 random bits.</summary>
    public static string Generate() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>The token that follows <paramref name="token"/>: as random as the seed, and known only with both.</summary>
    public static string SuccessorOf(string token, string seed) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(seed)));
}

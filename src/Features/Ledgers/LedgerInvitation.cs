using System.Buffers.Text;

namespace MyBudget.Features.Ledgers;

/// <summary>
/// That somebody may become a member of a ledger. Lives outside ledgers, since people who are not members yet have to find it. There is
/// one per ledger and mailbox; it is kept until it expires, so that a repeated acceptance finds it.
/// </summary>
/// <param name="Email">The address as the owner typed it.</param>
/// <param name="Mailbox">Its one spelling, see <see cref="EmailAddress"/>.</param>
/// <param name="Language">Of the mail, where the address is no user's.</param>
/// <param name="CreatedAt">When it was last sent.</param>
/// <param name="CodeHash">Of the code that was mailed last; null until one is.</param>
internal sealed record LedgerInvitation(
    Guid Id, Guid LedgerId, string Email, string Mailbox, LedgerRole Role, Guid InvitedBy, string Language, DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt, string? CodeHash = null, Guid? AcceptedBy = null)
{
    public bool IsOpen(DateTimeOffset now) => AcceptedBy is null && now < ExpiresAt;

    public static string NewCode() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>As random as the code is, it needs no slow hash.</summary>
    public static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}

namespace MyBudget.Domain;

internal static class EmailAddress
{
    private const int Longest = 254;
    private const int LongestLocalPart = 64;

    /// <summary>As names of hosts may be (RFC 5891, RFC 1123): letters, digits and hyphens once it is written in ASCII.</summary>
    private static readonly IdnMapping Domains = new() { UseStd3AsciiRules = true };

    /// <summary>One spelling per mailbox: trimmed, lower case, one Unicode form. What was typed is kept for display.</summary>
    public static string Normalize(string address) =>
        // A capital and its accents may have no single character where the small letter has one: Ϊ + ´ is two, ΐ is one.
        address.Trim().Normalize(NormalizationForm.FormC).ToLowerInvariant().Normalize(NormalizationForm.FormC);

    /// <summary>Whether mail could be sent there at all; only a mail that arrives tells more.</summary>
    public static bool IsPlausible(string? address)
    {
        var text = address?.Trim();
        if (text is null or { Length: 0 or > Longest }) return false;
        if (text.Any(character => IsNeverSeen(character) || "<>()[],;:\\\"".Contains(character, StringComparison.Ordinal))) return false;

        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at is > 0 and <= LongestLocalPart && at == text.LastIndexOf('@') && IsHost(text[(at + 1)..]) && !IsMisdotted(text[..at]);
    }

    private static bool IsNeverSeen(char character) => char.IsWhiteSpace(character) || char.IsControl(character)
        || char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    private static bool IsHost(string host)
    {
        if (host.Length == 0 || IsMisdotted(host)) return false;
        try
        {
            // What says that it is written in ASCII has to be readable, too.
            return Domains.GetUnicode(Domains.GetAscii(host)).Length > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static bool IsMisdotted(string part) => part.StartsWith('.') || part.EndsWith('.') || part.Contains("..", StringComparison.Ordinal);
}

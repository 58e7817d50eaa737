namespace MyBudget.Domain;

internal static class EmailAddress
{
    private const int Longest = 254;
    private const int LongestLocalPart = 64;

    /// <summary>As names of hosts may be (RFC 5891, RFC 1123): letters, digits and hyphens once it is written in ASCII.</summary>
    private static readonly IdnMapping Domains = new() { UseStd3AsciiRules = true };

    /// <summary>
    /// One spelling per mailbox: trimmed, lower case, one Unicode form, and the host as it is asked for in ASCII. What was typed is kept for display.
    /// </summary>
    public static string Normalize(string address)
    {
        // A capital and its accents may have no single character where the small letter has one: Ϊ + ´ is two, ΐ is one.
        var text = UnicodeForm.Of(UnicodeForm.Of(address.Trim(), NormalizationForm.FormC).ToLowerInvariant(), NormalizationForm.FormC);
        var at = text.LastIndexOf('@');
        return at > 0 && AsciiOf(text[(at + 1)..]) is { } host ? $"{text[..at]}@{host}" : text;
    }

    /// <summary>Whether mail could be sent there at all; only a mail that arrives tells more.</summary>
    public static bool IsPlausible(string? address)
    {
        var text = address?.Trim();
        if (text is null or { Length: 0 or > Longest }) return false;
        if (text.Any(character => char.IsWhiteSpace(character) || "<>()[],;:\\\"".Contains(character, StringComparison.Ordinal))) return false;
        if (text.EnumerateRunes().Any(rune => (InvisibleRunes.Contains(rune) && !IsJoiner(rune)) || rune.Value is >= 0xFE00 and <= 0xFE0F)) return false;

        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at is > 0 and <= LongestLocalPart && at == text.LastIndexOf('@') && AsciiOf(text[(at + 1)..]) is not null && !IsMisdotted(text[..at])
               && !text[..at].EnumerateRunes().Any(IsJoiner);
    }

    /// <summary>Null for what is no name of a host.</summary>
    private static string? AsciiOf(string host)
    {
        try
        {
            var ascii = Domains.GetAscii(host).ToLowerInvariant();
            // What says that it is written in ASCII has to be readable, too.
            return Domains.GetUnicode(ascii).Length > 0 && !IsMisdotted(ascii) ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsMisdotted(string part) => part.StartsWith('.') || part.EndsWith('.') || part.Contains("..", StringComparison.Ordinal);

    /// <summary>Names of hosts in Persian and Singhalese have them; in the other part of an address they are seen by nobody.</summary>
    private static bool IsJoiner(Rune rune) => rune.Value is 0x200C or 0x200D;
}

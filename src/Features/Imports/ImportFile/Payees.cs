namespace MyBudget.Features.Imports.ImportFile;

/// <summary>Compares how a bank and a person, or two formats of one bank, call the same payee.</summary>
internal static class Payees
{
    /// <summary>The other side of a transfer has no payee of its own: another one tells nothing against it.</summary>
    public static PayeeMatch Compare(DraftRow row, KnownEntry entry)
    {
        var match = Compare(row.Payee, entry.Payee);
        return match is PayeeMatch.Different && entry.IsOtherSide ? PayeeMatch.Missing : match;
    }

    public static PayeeMatch Compare(string? one, string? other)
    {
        if (one is null || other is null) return PayeeMatch.Missing;
        if (string.Equals(one, other, StringComparison.OrdinalIgnoreCase)) return PayeeMatch.Same;

        var (words, others) = (Words(one), Words(other));
        if (words.Count == 0 || others.Count == 0) return PayeeMatch.Different;
        if (words.SetEquals(others)) return PayeeMatch.Same;
        return words.IsSubsetOf(others) || others.IsSubsetOf(words) || AreOneInTwoEncodings(one, other) || PayeeSpelling.AreAlike(one, other)
            ? PayeeMatch.Similar
            : PayeeMatch.Different;
    }

    /// <summary>A wrong encoding, or one without them, changes the letters that ASCII lacks, each into one other or into a mark.</summary>
    private static bool AreOneInTwoEncodings(string one, string other)
    {
        if (one.Length != other.Length || (one.All(char.IsAscii) && other.All(char.IsAscii))) return false;
        var kept = 0;
        for (var index = 0; index < one.Length; index++)
        {
            if (!MayBeOne(one[index], other[index])) return false;
            if (char.IsAsciiLetterOrDigit(one[index])) kept++;
        }

        return kept > 0;
    }

    private static bool MayBeOne(char one, char other) => (char.IsAscii(one), char.IsAscii(other)) switch
    {
        (true, true) => one == other,
        (true, false) => !char.IsLetterOrDigit(one),
        (false, true) => !char.IsLetterOrDigit(other),
        _ => true,
    };

    private static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && char.IsLetterOrDigit(text[end])) end++;
            if (end > start) words.Add(text[start..end]);
            start = end + 1;
        }

        return words;
    }
}

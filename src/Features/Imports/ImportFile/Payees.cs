namespace MyBudget.Features.Imports.ImportFile;

/// <summary>Compares how a bank and a person, or two formats of one bank, call the same payee.</summary>
internal static class Payees
{
    public static PayeeMatch Compare(string? one, string? other)
    {
        if (one is null || other is null) return PayeeMatch.Missing;
        if (string.Equals(one, other, StringComparison.OrdinalIgnoreCase)) return PayeeMatch.Same;

        var (words, others) = (Words(one), Words(other));
        if (words.Count == 0 || others.Count == 0) return PayeeMatch.Different;
        if (words.SetEquals(others)) return PayeeMatch.Same;
        return words.IsSubsetOf(others) || others.IsSubsetOf(words) || AreOneInTwoEncodings(one, other)
            ? PayeeMatch.Similar
            : PayeeMatch.Different;
    }

    /// <summary>A wrong encoding changes the letters that ASCII lacks, each into one other.</summary>
    private static bool AreOneInTwoEncodings(string one, string other)
    {
        if (one.Length != other.Length || one.All(char.IsAscii) || other.All(char.IsAscii)) return false;
        var kept = 0;
        for (var index = 0; index < one.Length; index++)
        {
            if (char.IsAscii(one[index]) != char.IsAscii(other[index]) || (char.IsAscii(one[index]) && one[index] != other[index]))
                return false;
            if (char.IsAsciiLetterOrDigit(one[index])) kept++;
        }

        return kept > 0;
    }

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

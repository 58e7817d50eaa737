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
        return words.IsSubsetOf(others) || others.IsSubsetOf(words) ? PayeeMatch.Similar : PayeeMatch.Different;
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

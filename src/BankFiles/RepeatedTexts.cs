namespace MyBudget.BankFiles;

/// <summary>Most texts of a large file say what others said before: days, payees, categories. Each such text is kept once.</summary>
internal sealed class RepeatedTexts
{
    private const int Longest = 64;
    private const int Most = 20_000;

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public string Of(string text)
    {
        if (text.Length is 0 or > Longest) return text;
        if (_known.TryGetValue(text, out var known)) return known;
        if (_known.Count < Most) _known.Add(text);
        return text;
    }
}

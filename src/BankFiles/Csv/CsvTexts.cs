namespace MyBudget.BankFiles.Csv;

/// <summary>Most fields of a large file say what others said before: days, currencies, payees. Each such text is kept once.</summary>
internal sealed class CsvTexts
{
    private const int Longest = 64;
    private const int Most = 20_000;

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _known;

    public CsvTexts() => _known = new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public string Of(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return "";
        if (text.Length > Longest) return text.ToString();
        if (_known.TryGetValue(text, out var known)) return known;
        var added = text.ToString();
        if (_known.Set.Count < Most) _known.Set.Add(added);
        return added;
    }

    public string Of(StringBuilder text)
    {
        if (text.Length > Longest) return text.ToString();
        Span<char> characters = stackalloc char[Longest];
        text.CopyTo(0, characters, text.Length);
        return Of(characters[..text.Length]);
    }
}

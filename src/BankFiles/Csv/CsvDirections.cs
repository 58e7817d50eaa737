using System.Collections.Frozen;

namespace MyBudget.BankFiles.Csv;

internal enum CsvDirection
{
    Unknown,
    Out,
    In,
}

/// <summary>What the words of one column say about the direction of money.</summary>
internal sealed class CsvDirections
{
    private static readonly FrozenSet<string> Out = CsvWords.Directions["Out"].ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> In = CsvWords.Directions["In"].ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> CardIn = CsvWords.Directions["CardIn"].ToFrozenSet(StringComparer.Ordinal);

    private readonly Dictionary<string, CsvDirection> _words = new(StringComparer.Ordinal);
    private readonly CsvDirection _others;

    /// <summary>By the words that the user names, else by those that banks use.</summary>
    public static CsvDirections Of(IReadOnlyCollection<string> words, string header, CsvMapping mapping, bool isCard) =>
        mapping.IndicatorOut is null && mapping.IndicatorIn is null
            ? new CsvDirections(words, isCard, header)
            : new CsvDirections(words, mapping.IndicatorOut, mapping.IndicatorIn, isCard);

    /// <summary>By the words that banks use.</summary>
    /// <param name="header">Which may write in full what the words are letters of.</param>
    public CsvDirections(IReadOnlyCollection<string> words, bool isCard, string header = "")
    {
        foreach (var word in words.Where(word => word.Length > 0)) _words[word] = Known(word, isCard);
        SetByPairIn(header);
        if (CsvDirectionPairs.Of(words) is { } pair) (_words[pair.Out], _words[pair.In]) = (CsvDirection.Out, CsvDirection.In);
        if (CsvDirectionPairs.OpenOf(words) is { } open) SetByHeader(open.Out, open.In, header);
        // Where one direction alone is written, a blank is the other.
        if (words.Contains("") && _words.Values.Distinct().ToList() is [var only] && only != CsvDirection.Unknown)
            _words[""] = Opposite(only);
    }

    /// <summary>By the words that the user names.</summary>
    private CsvDirections(
        IReadOnlyCollection<string> words, IReadOnlyList<string>? wordsOut, IReadOnlyList<string>? wordsIn, bool isCard)
        : this(words, isCard)
    {
        var given = (Out: Keys(wordsOut), In: Keys(wordsIn));
        if (given.Out.Count > 0 && given.In.Count == 0) _others = CsvDirection.In;
        if (given.In.Count > 0 && given.Out.Count == 0) _others = CsvDirection.Out;
        if (_others != CsvDirection.Unknown) _words.Clear();
        foreach (var word in given.Out) _words[word] = CsvDirection.Out;
        foreach (var word in given.In) _words[word] = CsvDirection.In;
    }

    /// <summary>By the words of earlier files, then by those that banks use.</summary>
    public CsvDirections(IReadOnlyCollection<string> words, SettledLayout settled, bool isCard) : this(words, isCard)
    {
        foreach (var word in Keys(settled.IndicatorOut)) _words[word] = CsvDirection.Out;
        foreach (var word in Keys(settled.IndicatorIn)) _words[word] = CsvDirection.In;
    }

    /// <summary>How the amounts beside the words for money out are to be turned; they may be negative already.</summary>
    public int OutFactor { get; set; } = -1;

    public int InFactor { get; set; } = 1;

    public IReadOnlyList<string> Words(CsvDirection direction) =>
        [.. _words.Where(word => word.Value == direction && word.Key.Length > 0).Select(word => word.Key)];

    public CsvDirection Of(ReadOnlySpan<char> text) => Of(Key(text));

    public CsvDirection Of(string key) => _words.TryGetValue(key, out var direction) ? direction : _others;

    public decimal Turn(decimal amount, CsvDirection direction) => direction switch
    {
        CsvDirection.Out => amount * OutFactor,
        CsvDirection.In => amount * InFactor,
        _ => amount,
    };

    /// <summary>Words for both directions, such as "Withdrawal/Deposit".</summary>
    public static bool AreBothIn(string[] words)
    {
        var directions = words.Select(word => Known(word, isCard: false)).ToHashSet();
        return directions.Contains(CsvDirection.Out) && directions.Contains(CsvDirection.In);
    }

    public static bool IsUnknown(ReadOnlySpan<char> text) => Known(Key(text), isCard: false) == CsvDirection.Unknown;

    /// <summary>Signs are words too, though they have no letters: what differs by its sign alone is another word.</summary>
    public static string Key(ReadOnlySpan<char> text)
    {
        text = text.Trim(" ()");
        if (text.IsEmpty) return "";
        var folded = CsvWords.Fold(text);
        var sign = SignOf(text);
        if (folded.Length == 0) return text.Length == 1 && sign.Length > 0 ? sign : AmountMarks.IsBlank(text) ? "" : text.ToString();
        // "Debit -" says one thing twice.
        return sign.Length == 0 || Known(folded, isCard: false) == Known(sign, isCard: false) ? folded : sign + folded;
    }

    private static string SignOf(ReadOnlySpan<char> text) => Sign(text[0]) is { Length: > 0 } before ? before : Sign(text[^1]);

    private static string Sign(char c) => c switch
    {
        '-' or '\u2212' or '\u2013' => "-",
        '+' => "+",
        _ => "",
    };

    private static List<string> Keys(IReadOnlyList<string>? words) =>
        words is null ? [] : [.. words.Where(word => word is not null).Select(word => Key(word))];

    private static CsvDirection Opposite(CsvDirection direction) => direction == CsvDirection.Out ? CsvDirection.In : CsvDirection.Out;

    private static CsvDirection Known(string word, bool isCard) =>
        word == "-" || Out.Contains(word) ? CsvDirection.Out
        : word == "+" || In.Contains(word) || (isCard && CardIn.Contains(word)) ? CsvDirection.In
        : CsvDirection.Unknown;

    /// <summary>Under "W/D" a D is no debit, even where no W is there.</summary>
    private void SetByPairIn(string header)
    {
        if (CsvDirectionPairs.In(header) is not { } pair) return;
        if (_words.ContainsKey(pair.Out)) _words[pair.Out] = pair.IsOpen ? CsvDirection.Unknown : CsvDirection.Out;
        if (_words.ContainsKey(pair.In)) _words[pair.In] = pair.IsOpen ? CsvDirection.Unknown : CsvDirection.In;
    }

    /// <summary>Letters that two languages read the opposite way: the header's own words decide, or nothing does.</summary>
    private void SetByHeader(string one, string other, string header)
    {
        var (first, second) = (ByHeader(one, header), ByHeader(other, header));
        if (first == CsvDirection.Unknown && second != CsvDirection.Unknown) first = Opposite(second);
        if (second == CsvDirection.Unknown && first != CsvDirection.Unknown) second = Opposite(first);
        if (first == second) first = second = CsvDirection.Unknown;
        (_words[one], _words[other]) = (first, second);
    }

    /// <summary>What the words of the header say that begin with the letter; nothing where they do not agree.</summary>
    private static CsvDirection ByHeader(string letter, string header)
    {
        var found = CsvWords.Fold(header).Split(' ')
            .Where(word => word.Length > letter.Length && word.StartsWith(letter, StringComparison.Ordinal))
            .Select(word => Known(word, isCard: false)).Where(direction => direction != CsvDirection.Unknown).Distinct().ToList();
        return found is [var only] ? only : CsvDirection.Unknown;
    }
}

using System.Collections.Frozen;

namespace MyBudget.BankFiles.Csv;

/// <summary>What one header's text may mean, and how well it says so (less is better).</summary>
/// <param name="IsExact">Otherwise the name is followed by a currency, a unit or a number.</param>
internal readonly record struct CsvHeaderMeaning(CsvRole Role, int Rank, bool IsExact);

/// <summary>The names that banks give their columns. What a column holds has to agree before a name counts.</summary>
internal static class CsvHeaderNames
{
    /// <summary>How much worse a name is that only begins the header's text, as in "Amount (EUR)".</summary>
    private const int BeginningPenalty = 1000;

    /// <summary>Names this far apart in rank are no rivals.</summary>
    public const int Apart = 500;

    /// <summary>How much worse a name is whose column is said to be in another currency than the account.</summary>
    private const int ForeignPenalty = 5000;

    private static readonly FrozenDictionary<string, CsvHeaderMeaning[]> ByName = CsvWords.Headers
        .Where(role => Enum.TryParse<CsvRole>(role.Key, out _))
        .SelectMany(role =>
            role.Value.Select((name, rank) => (Name: name, Meaning: new CsvHeaderMeaning(Enum.Parse<CsvRole>(role.Key), rank, true))))
        .GroupBy(named => named.Name, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.Select(named => named.Meaning).ToArray(), StringComparer.Ordinal);

    private static readonly FrozenSet<string> Links = new[]
    {
        "in", "en", "w", "v", "i", "e", "of", "the", "kc", "zl", "ft", "kr", "rs", "lei", "руб", "грн", "r", "us", "euro", "euros",
        "euroa", "eurot", "円", "元", "원",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> ForeignWords = new[]
    {
        "foreign", "original", "orig", "local", "fx", "instructed", "fremdwahrung", "originalbetrag", "origine", "originale", "extranjera",
        "oryginalna", "tip", "fee", "tax",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> FeeWords = CsvWords.Headers["FeeWord"].ToFrozenSet(StringComparer.Ordinal);
    private static readonly IReadOnlyList<string> FeeEnds = CsvWords.Headers["FeeEnd"];
    private static readonly FrozenSet<string> Directions = CsvWords.Headers["Direction"].ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Impacts = CsvWords.Headers["Impact"].ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> StatusWords = CsvWords.Headers["StatusWord"].ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> StatusLinks = CsvWords.Headers["StatusLink"].ToFrozenSet(StringComparer.Ordinal);
    private static readonly IReadOnlyList<string> StatusStems = CsvWords.Headers["StatusStem"];
    private static readonly FrozenSet<string> Kinds = CsvWords.Headers["KindWord"].ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> NoKinds = CsvWords.Headers["NoKindWord"].ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> OtherParties = CsvWords.Headers["OtherParty"].ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Roles whose columns banks number or give a unit.</summary>
    private static bool TakesUnit(CsvRole role) =>
        role is CsvRole.Amount or CsvRole.Debit or CsvRole.Credit or CsvRole.Balance or CsvRole.Fee;

    /// <summary>A name may mean several things; what the column holds decides.</summary>
    public static IReadOnlyList<CsvHeaderMeaning> Find(string header)
    {
        if (header.Length == 0) return [];
        var name = CsvWords.Fold(header);
        if (ByName.TryGetValue(name, out var exact)) return exact;
        if (CsvDirectionPairs.In(header) is not null) return [new CsvHeaderMeaning(CsvRole.Indicator, BeginningPenalty, IsExact: true)];
        if (IsCurrency(name)) return [new CsvHeaderMeaning(CsvRole.Amount, 2 * BeginningPenalty, IsExact: false)];

        var bracket = header.AsSpan().IndexOfAny('(', '[', '\uFF08');
        if (bracket > 0 && ByName.TryGetValue(CsvWords.Fold(header.AsSpan(0, bracket)), out var bracketed))
        {
            var isForeign = CsvWords.Fold(header.AsSpan(bracket)).Split(' ').Any(ForeignWords.Contains);
            return Beginning(bracketed, CsvRole.Date, BeginningPenalty + (isForeign ? ForeignPenalty : 0));
        }

        var words = name.Split(' ');
        var rest = words.Length;
        while (rest > 1 && (Links.Contains(words[rest - 1]) || IsCurrency(words[rest - 1]))) rest--;
        if (rest < words.Length && ByName.TryGetValue(string.Join(' ', words[..rest]), out var withUnit))
            return Beginning(withUnit, CsvRole.Amount, BeginningPenalty);
        return words.Length > 1 && words[^1].All(char.IsAsciiDigit) && ByName.TryGetValue(string.Join(' ', words[..^1]), out var numbered)
            ? [.. numbered.Where(meaning => meaning.Role is CsvRole.Memo or CsvRole.Payee or CsvRole.Date)
                .Select(meaning => meaning with { Rank = meaning.Rank + BeginningPenalty, IsExact = false })]
            : SpeaksOfStatus(header) ? [new CsvHeaderMeaning(CsvRole.Status, BeginningPenalty, IsExact: false)] : [];
    }

    /// <summary>Whether a record may be the table's header: it names a date and an amount.</summary>
    public static bool NamesDateAndAmount(IReadOnlyList<string> cells)
    {
        bool date = false, amount = false;
        foreach (var cell in cells.Take(CsvRecords.MaxFields))
        {
            foreach (var meaning in Find(cell))
            {
                date |= meaning.Role is CsvRole.Date or CsvRole.ValueDate;
                amount |= meaning.Role is CsvRole.Amount or CsvRole.Debit or CsvRole.Credit;
            }
        }

        return date && amount;
    }

    /// <summary>Some banks give a column of the other party's accounts a name that others give to the owner's.</summary>
    public static bool IsOwnAccount(string header) =>
        CsvWords.Fold(header) is "account" or "from account" or "account iban" or "account name" or "auftragskonto" or "iban auftragskonto"
            or "iban kontoinhaber" or "bezeichnung auftragskonto" or "rekening" or "iban bban" or "kliendi konto" or "klienta konts";

    public static bool NamesForeign(string header) => CsvWords.Fold(header).Split(' ').Any(ForeignWords.Contains);

    /// <summary>The header has a word for what banks take, or one that ends so.</summary>
    public static bool SpeaksOfFee(string header) => CsvWords.Fold(header).Split(' ').Any(word =>
        FeeWords.Contains(word) || FeeEnds.Any(end => word.EndsWith(end, StringComparison.Ordinal)));

    public static bool NamesMoney(string header) => Find(header).Any(meaning => TakesUnit(meaning.Role));

    /// <summary>The column is there for nothing but the direction.</summary>
    public static bool TellsDirection(string header) => Directions.Contains(CsvWords.Fold(header)) || CsvDirectionPairs.In(header) is not null;

    /// <summary>Whether an entry moved the balance.</summary>
    public static bool SpeaksOfImpact(string header) => Impacts.Contains(CsvWords.Fold(header));

    /// <summary>The header has a word for what becomes of an entry, or one that begins so, and speaks of nothing else.</summary>
    public static bool SpeaksOfStatus(string header)
    {
        var words = CsvWords.Fold(header).Split(' ');
        return words.Any(IsStatus) && words.All(word => word.Length <= 2 || IsStatus(word) || StatusLinks.Contains(word));
    }

    /// <summary>The header speaks of kinds of entries, and not of cards, persons or means of payment.</summary>
    public static bool SpeaksOfKind(string header)
    {
        var words = CsvWords.Fold(header).Split(' ');
        return (words.Any(Kinds.Contains) || CsvDirections.AreBothIn(words)) && !words.Any(NoKinds.Contains);
    }

    public static bool NamesOtherParty(string header) => CsvWords.Fold(header).Split(' ').Any(OtherParties.Contains);

    private static bool IsStatus(string word) => StatusWords.Contains(word) || StatusStems.Any(stem => stem[0] >= '\u3040'
        ? word.Contains(stem, StringComparison.Ordinal)
        : word.StartsWith(stem, StringComparison.Ordinal));

    private static CsvHeaderMeaning[] Beginning(CsvHeaderMeaning[] meanings, CsvRole also, int penalty) =>
        [.. meanings.Where(meaning => TakesUnit(meaning.Role) || meaning.Role == also || meaning.Role is CsvRole.Rate or CsvRole.Other)
            .Select(meaning => meaning with { Rank = meaning.Rank + penalty, IsExact = false })];

    private static bool IsCurrency(string word) => CsvPreamble.IsCurrency(word);
}

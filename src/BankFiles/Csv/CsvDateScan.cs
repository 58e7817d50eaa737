using System.Collections.Frozen;

namespace MyBudget.BankFiles.Csv;

/// <summary>A part of a date: a number and how many digits it has, or a month's name with none.</summary>
internal readonly record struct CsvDatePart(int Value, int Digits);

/// <summary>
/// Finds three parts of a date in a text that holds nothing else but a time of day, a zone, a day of the week and the small
/// words that languages put into dates.
/// </summary>
internal ref struct CsvDateScan
{
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Months = MonthNames();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Skipped = CsvWords.Dates["Weekdays"]
        .Concat(CsvWords.Dates["Filler"])
        .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public CsvDatePart First;
    public CsvDatePart Second;
    public CsvDatePart Third;
    public char Separator;
    public char Separator2;
    public bool IsMarked;
    private int _count;

    public static bool TryScan(ReadOnlySpan<char> text, out CsvDateScan scan)
    {
        scan = default;
        if (text[0] is '=' or '\'') text = AmountMarks.Unwrap(text);
        if (text.IsEmpty || !char.IsLetterOrDigit(text[0])) return false;
        var separator = '\0';
        for (var at = 0; at < text.Length;)
        {
            var c = text[at];
            if (char.IsAsciiDigit(c))
            {
                if (CsvTimeOfDay.Length(text[at..], scan._count > 0) is > 0 and var time)
                {
                    at += time;
                    continue;
                }

                var digits = 1;
                while (at + digits < text.Length && char.IsAsciiDigit(text[at + digits])) digits++;
                if (digits > 8
                    || !scan.Add(int.Parse(text.Slice(at, digits), NumberStyles.None, CultureInfo.InvariantCulture), digits, separator))
                    return false;
                at += digits;
                separator = '\0';
            }
            else if (CsvTimeOfDay.IsDateMark(c))
            {
                scan.IsMarked = true;
                at++;
            }
            else if (char.IsLetter(c))
            {
                var length = 1;
                while (at + length < text.Length && IsPartOfWord(text[at + length])) length++;
                if (!scan.AddWord(text.Slice(at, length), ref separator)) return false;
                at += length;
            }
            else
            {
                if (c is not (' ' or '\u00A0' or '-' or '/' or '.' or ',' or '(' or ')' or '\'')) return false;
                if (separator is '\0' or ' ') separator = c == '\u00A0' ? ' ' : c;
                else if (c == separator && c is '-' or '/') return false;
                at++;
            }
        }

        return scan._count == 3 ? scan.First.Digits < 5 : scan._count == 1 && scan.First.Digits == 8;
    }

    private static bool IsPartOfWord(char c) => char.IsLetter(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private bool Add(int value, int digits, char separator)
    {
        if (_count == 0) First = new CsvDatePart(value, digits);
        else if (_count == 1) (Second, Separator) = (new CsvDatePart(value, digits), separator);
        else if (_count == 2) (Third, Separator2) = (new CsvDatePart(value, digits), separator);
        return ++_count <= 3;
    }

    /// <summary>A month, or a word that says nothing here.</summary>
    private bool AddWord(ReadOnlySpan<char> word, ref char separator)
    {
        if (word.Length > 24) return false;
        if (word is "T" or "t" && _count is 1 or 3) return true;
        var name = CsvWords.Fold(word);
        if (Months.TryGetValue(name, out var month) && !HasName)
        {
            if (month == 0 || !Add(month, 0, separator)) return false;
            separator = '\0';
            return true;
        }

        return Skipped.Contains(name) || (_count is 1 or 3 && CsvTimeOfDay.IsZone(word));
    }

    private readonly bool HasName => (_count > 0 && First.Digits == 0) || (_count > 1 && Second.Digits == 0);

    /// <summary>Names, and beginnings of at least three letters that belong to one month only; zero where they belong to several.</summary>
    private static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> MonthNames()
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        var beginnings = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, index) in CsvWords.Dates["Months"].Select((name, index) => (name, index)))
        {
            var month = index % 12 + 1;
            names[name] = names.TryGetValue(name, out var other) && other != month ? 0 : month;
            for (var length = 3; length < name.Length; length++)
            {
                var beginning = name[..length];
                beginnings[beginning] = beginnings.TryGetValue(beginning, out var taken) && taken != month ? 0 : month;
            }
        }

        foreach (var (beginning, month) in beginnings.Where(beginning => beginning.Value != 0)) names.TryAdd(beginning, month);
        return names.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}

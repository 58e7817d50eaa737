using System.Text.RegularExpressions;

namespace MyBudget.BankFiles.Csv;

/// <summary>
/// Croatian calls its months by names of which others of the region mean other months: listopad is October there, and November in Polish
/// and Czech. The other months of the file tell which it is, or the currency; else it is asked.
/// </summary>
internal static partial class CsvMonthLanguage
{
    private const string Croatian = "'hr'";
    private const string Polish = "'pl'";
    private const int LongestCell = 40;

    private static readonly Dictionary<string, int> Months = new(StringComparer.Ordinal)
    {
        ["sijecnja"] = 1,
        ["sijecanj"] = 1,
        ["sij"] = 1,
        ["veljace"] = 2,
        ["veljaca"] = 2,
        ["velj"] = 2,
        ["ozujka"] = 3,
        ["ozujak"] = 3,
        ["ozu"] = 3,
        ["travnja"] = 4,
        ["travanj"] = 4,
        ["tra"] = 4,
        ["svibnja"] = 5,
        ["svibanj"] = 5,
        ["svi"] = 5,
        ["lipnja"] = 6,
        ["lipanj"] = 6,
        ["lip"] = 6,
        ["srpnja"] = 7,
        ["srpanj"] = 7,
        ["srp"] = 7,
        ["kolovoza"] = 8,
        ["kolovoz"] = 8,
        ["kol"] = 8,
        ["rujna"] = 9,
        ["rujan"] = 9,
        ["ruj"] = 9,
        ["listopada"] = 10,
        ["listopad"] = 10,
        ["lis"] = 10,
        ["studenoga"] = 11,
        ["studenog"] = 11,
        ["studeni"] = 11,
        ["stu"] = 11,
        ["prosinca"] = 12,
        ["prosinac"] = 12,
        ["pro"] = 12,
    };

    private static readonly HashSet<string> OnlyCroatian = [.. CsvWords.Dates["Croatian"]];
    private static readonly HashSet<string> OnlyPolish = [.. CsvWords.Dates["Polish"]];
    private static readonly HashSet<string> Shared = [.. CsvWords.Dates["Shared"]];

    /// <summary>Croatian names of months become those that are known, in cells that are dates and nothing else.</summary>
    public static void Settle(List<CsvRecord> records, string? pattern, string? currency)
    {
        var (croatian, polish, shared) = (0, 0, (string?)null);
        foreach (var name in records.SelectMany(record => record.Fields).Select(NameIn).OfType<string>())
        {
            if (OnlyCroatian.Contains(name)) croatian++;
            else if (OnlyPolish.Contains(name)) polish++;
            else if (Shared.Contains(name)) shared ??= name;
        }

        if (croatian == 0 && shared is null) return;
        if (IsCroatian(croatian, polish, pattern, currency) is not { } isCroatian) throw Unclear(shared!, pattern);
        if (!isCroatian) return;
        records[0].Source.Rewrite = cell => NameIn(cell) is { } name && Months.TryGetValue(name, out var month) ? Named(cell, month) : cell;
    }

    private static bool? IsCroatian(int croatian, int polish, string? pattern, string? currency)
    {
        if (pattern?.Contains(Croatian, StringComparison.Ordinal) == true) return true;
        if (pattern?.Contains(Polish, StringComparison.Ordinal) == true) return false;
        if (croatian != polish) return croatian > polish;
        return currency switch
        {
            "HRK" => true,
            "EUR" or "BAM" or null => null,
            _ => false,
        };
    }

    private static BankFileException Unclear(string name, string? pattern)
    {
        var known = string.IsNullOrWhiteSpace(pattern) ? "d. MMMM yyyy" : pattern;
        return new BankFileException(
            "ambiguous-dates", $"'{name}' is another month in Croatian than in Polish and Czech. Say which language it is.",
            [$"{known} {Croatian}", $"{known} {Polish}"]);
    }

    /// <summary>The month's name of a day, a name and a year; null for any other text.</summary>
    private static string? NameIn(string cell) =>
        cell.Length is >= 8 and <= LongestCell && Parts().Match(cell) is { Success: true } match
            ? CsvWords.Fold(match.Groups["name"].ValueSpan)
            : null;

    private static string Named(string cell, int month) => Parts().Replace(
        cell, match => $"{match.Groups["day"].Value} {CsvWords.Dates["Months"][month - 1]} {match.Groups["year"].Value}");

    [GeneratedRegex(@"^\s*(?<day>[0-9]{1,2})[. \-/]+(?<name>\p{L}{3,12})[. \-/]+(?<year>[0-9]{4})\.?",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Parts();
}

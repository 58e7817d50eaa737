namespace MyBudget.BankFiles.Qif;

/// <summary>
/// What files settle for the next ones of their account: the format leaves the order of dates and the decimal separator to the country, and
/// cards write signs in two ways.
/// </summary>
internal static class QifSettled
{
    /// <summary>Files have no columns by which one program's could be told from another's.</summary>
    private const string Shape = "qif";

    /// <summary>Of several accounts that were settled otherwise none says how the file is to be read.</summary>
    public static SettledLayout? Of(IReadOnlyList<SettledLayout> settled)
    {
        List<SettledLayout> known = [.. settled.Where(layout => layout.Shape == Shape)];
        if (known.Select(layout => (OrderOf(layout.DateFormat), layout.DecimalSeparator)).Distinct().Count() != 1) return null;
        return known.Exists(layout => layout.Negate != known[0].Negate) ? known[0] with { Negate = null } : known[0];
    }

    /// <param name="said">Whether the user says that signs are to be turned.</param>
    /// <param name="signs">How those of each account were read.</param>
    public static SettledLayout? Of(
        QifDates dates, StatementAmounts amounts, bool? said, IReadOnlyList<CardSigns.Decision> signs, SettledLayout? before)
    {
        var (format, separator) = (dates.IsEvident ? dates.Pattern : null, amounts.Evident);
        bool? turned = signs is [{ Signs: CsvSigns.Turned }] ? true : null;
        var negate = signs.Count > 1 ? null : said ?? turned;
        if (format is null && separator is null && negate is null) return null;
        return new SettledLayout(before?.Id ?? Guid.Empty, Shape)
        {
            Delimiter = "",
            DateFormat = format ?? before?.DateFormat,
            DecimalSeparator = separator ?? before?.DecimalSeparator,
            Negate = negate ?? before?.Negate,
        };
    }

    public static SettledUse? Use(QifDates dates, StatementAmounts amounts, IReadOnlyList<CardSigns.Decision> signs, SettledLayout? before)
    {
        if (before is null) return null;
        string?[] used =
        [
            dates.IsSettled ? "dateFormat" : null, amounts.IsSettled ? "decimalSeparator" : null,
            signs.Any(decision => decision.IsSettled) ? "negate" : null,
        ];
        string?[] differs =
        [
            dates.IsEvident && OrderOf(before.DateFormat) is { } order && order != QifDate.OrderOf(dates.Pattern) ? "dateFormat" : null,
            amounts.Evident is { } mark && before.DecimalSeparator is { } separator && mark != separator ? "decimalSeparator" : null,
            before.Negate is { } negate && signs is [var only] && only.Turns != negate ? "negate" : null,
        ];
        var use = new SettledUse(before, [.. used.OfType<string>()], [.. differs.OfType<string>()]);
        return use.Used.Count + use.Differs.Count == 0 ? null : use;
    }

    private static QifOrder? OrderOf(string? pattern) => pattern is null ? null : QifDate.OrderOf(pattern);
}

namespace MyBudget.BankFiles.Csv;

/// <summary>
/// What a file that was read settles for the next ones: what it proves, and what the user said of it; nothing that was guessed.
/// </summary>
internal static class CsvSettles
{
    private const int MostWords = 64;

    /// <summary>Null where the file has no entries to go by.</summary>
    public static SettledLayout? Of(
        CsvTable table, CsvLayout layout, CsvSource file, CsvAmountSource source, CsvDateFormat dates, CsvDecimalSeparator decimals,
        string? shape)
    {
        if (table.Rows.IsEmpty || shape is null) return null;
        var (wordsOut, wordsIn) = Words(table, source);
        return new SettledLayout(Guid.Empty, shape)
        {
            Delimiter = layout.Delimiter,
            Encoding = file.TellsEncoding ? layout.Encoding : null,
            Sheet = table.Mapping.Sheet,
            HasHeader = layout.HasHeader,
            Headers = layout.Headers,
            DateFormat = dates.IsEvident ? layout.DateFormat : null,
            DecimalSeparator = decimals.IsEvident ? layout.DecimalSeparator : null,
            Negate = Negate(table, source),
            IndicatorOut = wordsOut,
            IndicatorIn = wordsIn,
            OutNegative = source.OutNegative,
            InNegative = source.InNegative,
            NoFee = source.IsWhole || CsvMappedColumns.IsNone(table.Mapping.Fee) || table.Options.Hints?.NoFee == true,
            NoAccount = table.HasNoAccount,
            Columns = CsvSettledColumns.Of(table, layout.Columns),
        };
    }

    /// <summary>What was settled before stays, where this file says nothing of it.</summary>
    public static SettledLayout Over(SettledLayout now, SettledLayout before)
    {
        var isOther = now.Columns.Any(column => before.Columns.TryGetValue(column.Key, out var other) && other != column.Value);
        return now with
        {
            Encoding = now.Encoding ?? before.Encoding,
            Sheet = now.Sheet ?? before.Sheet,
            DateFormat = now.DateFormat ?? before.DateFormat,
            DecimalSeparator = now.DecimalSeparator ?? before.DecimalSeparator,
            Negate = now.Negate ?? before.Negate,
            IndicatorOut = [.. now.IndicatorOut.Union(before.IndicatorOut.Except(now.IndicatorIn))],
            IndicatorIn = [.. now.IndicatorIn.Union(before.IndicatorIn.Except(now.IndicatorOut))],
            OutNegative = now.OutNegative ?? before.OutNegative,
            InNegative = now.InNegative ?? before.InNegative,
            NoFee = now.NoFee || (before.NoFee && !now.Columns.ContainsKey(CsvMappedColumns.NameOf(CsvRole.Fee))),
            NoAccount = now.NoAccount || (before.NoAccount && !now.Columns.ContainsKey(CsvMappedColumns.NameOf(CsvRole.Account))),
            Columns = isOther ? now.Columns : Joined(now.Columns, before.Columns),
        };
    }

    private static Dictionary<string, int> Joined(IReadOnlyDictionary<string, int> now, IReadOnlyDictionary<string, int> before)
    {
        var joined = new Dictionary<string, int>(now, StringComparer.Ordinal);
        foreach (var (role, column) in before.Where(column => !now.Values.Contains(column.Value))) joined.TryAdd(role, column);
        return joined;
    }

    private static bool? Negate(CsvTable table, CsvAmountSource source) => source.Signs switch
    {
        CsvSigns.Turned => true,
        CsvSigns.Written when source.Negate => true,
        CsvSigns.Columns when source.IsNegateOfDebit => table.Options.Hints?.Negate,
        CsvSigns.Written when source.IsAsWritten => false,
        _ => table.Mapping.Negate ?? table.Options.Hints?.Negate,
    };

    private static (List<string> Out, List<string> In) Words(CsvTable table, CsvAmountSource source)
    {
        var (wordsOut, wordsIn) = (new List<string>(), new List<string>());
        if (source is not { Indicator: not null, Directions: { } directions }) return (wordsOut, wordsIn);
        foreach (var row in table.Rows)
        {
            var word = source.WordOf(row);
            var words = directions.Of(word) switch { CsvDirection.Out => wordsOut, CsvDirection.In => wordsIn, _ => null };
            if (words is not null && words.Count < MostWords && !words.Contains(word)) words.Add(word);
        }

        return (wordsOut, wordsIn);
    }
}

namespace MyBudget.BankFiles.Csv;

/// <summary>
/// Reads a file whose columns earlier files had: alone first, for what it proves itself counts. Only where it would have to be asked, or
/// tells little, it is read as was settled; and where its balances then contradict, it is asked all the same.
/// </summary>
internal static class CsvSettledReader
{
    public static CsvReading Read(DecodedText file, SettledLayout settled, BankFileOptions options, Func<BankFileOptions, CsvReading> read)
    {
        var (alone, unclear) = Try(options, read);
        if (alone is not null && !IsNeeded(alone.Layout, settled, options)) return WithUse(alone, file, settled, options, []);
        var hints = new CsvHints(settled, options.Csv ?? new CsvMapping());
        var (known, refused) = Try(options with { Hints = hints }, read);
        if (hints.IsContradicted) throw refused!;
        var isContradicted = known is not null && Checks(known).Contains(BalanceCheck.Contradicted);
        if (known is null || (isContradicted && (alone is null || !Checks(alone).Contains(BalanceCheck.Contradicted))))
            return alone is not null ? WithUse(alone, file, settled, options, []) : throw unclear!;
        return WithUse(known, file, settled, options, Used(alone?.Layout, known.Layout, hints));
    }

    /// <summary>Whether the file alone leaves open what was settled, or nothing but a name speaks for another column.</summary>
    private static bool IsNeeded(CsvLayout alone, SettledLayout settled, BankFileOptions options)
    {
        var isOpen = alone.Signs is CsvSigns.AllIn or CsvSigns.AllOut or CsvSigns.MostlyIn
            || (settled.Negate is { } negate && negate != alone.Negate);
        return (isOpen && options.Csv?.Negate is null) || CsvSettledSigns.HasOwnWords(settled, options.IsDebt)
            || (settled.NoAccount && alone.Columns.Account is not null)
            || settled.Columns.Any(column => Index(alone.Columns, column.Key) != column.Value);
    }

    private static List<string> Used(CsvLayout? alone, CsvLayout known, CsvHints hints)
    {
        var used = new List<string>(hints.Used);
        if (hints.NoAccount && (alone is null || alone.Columns.Account is not null)) used.Add(CsvMappedColumns.NameOf(CsvRole.Account));
        if (alone is null && used.Count == 0) used.AddRange(hints.Columns.Select(column => CsvMappedColumns.NameOf(column.Role)));
        if (alone is null) return used;
        if (AreOther(alone.IndicatorOut, known.IndicatorOut)) used.Add("indicatorOut");
        if (AreOther(alone.IndicatorIn, known.IndicatorIn)) used.Add("indicatorIn");
        used.AddRange(hints.Columns.Select(column => CsvMappedColumns.NameOf(column.Role))
            .Where(role => Index(alone.Columns, role) != Index(known.Columns, role) && !used.Contains(role)));
        return used;
    }

    private static bool AreOther(IReadOnlyList<string>? alone, IReadOnlyList<string>? known) =>
        known is not null && !known.ToHashSet(StringComparer.Ordinal).SetEquals(alone ?? []);

    private static CsvReading WithUse(CsvReading reading, DecodedText file, SettledLayout settled, BankFileOptions options, List<string> used)
    {
        CsvSettledDirections.Ensure(reading, settled, options);
        if (file.Settled is { } part) used.Add(part);
        var differs = Differs(reading.Layout, settled);
        var settles = reading.Layout.Settles is { } now ? CsvSettles.Over(now, settled) : null;
        return reading with
        {
            Layout = reading.Layout with
            {
                Settles = settles is null ? null : settles with { Id = settled.Id },
                Settled = used.Count + differs.Count == 0
                    ? null
                    : new SettledUse(settled, [.. used.Distinct().Order(StringComparer.Ordinal)], differs),
            },
        };
    }

    private static List<string> Differs(CsvLayout layout, SettledLayout settled)
    {
        var differs = new List<string>();
        var settles = layout.Settles;
        if (settled.DateFormat is { } format && settles?.DateFormat is { } other && OrderOf(format) != OrderOf(other))
            differs.Add("dateFormat");
        if (settled.DecimalSeparator is { } separator && settles?.DecimalSeparator is { } mark && mark != separator)
            differs.Add("decimalSeparator");
        if (settled.Negate is { } negate && layout.Negate != negate
            && layout.Signs is not (CsvSigns.Words or CsvSigns.Columns or CsvSigns.Balance))
            differs.Add("negate");
        if (settled.Encoding is { } encoding && settles?.Encoding is { } told
            && !string.Equals(encoding, told, StringComparison.OrdinalIgnoreCase))
            differs.Add("encoding");
        differs.AddRange(settled.Columns.Where(column => Index(layout.Columns, column.Key) is { } index && index != column.Value)
            .Select(column => column.Key));
        return differs;
    }

    private static CsvDateOrder? OrderOf(string format) => CsvSettledDates.Format(format)?.ShortOrder;

    private static int? Index(CsvColumns columns, string role) => CsvSettledColumns.IndexOf(columns, role);

    private static HashSet<BalanceCheck> Checks(CsvReading reading) => [.. reading.Statements.Select(statement => statement.BalanceCheck)];

    private static (CsvReading? Reading, BankFileException? Unclear) Try(BankFileOptions options, Func<BankFileOptions, CsvReading> read)
    {
        try
        {
            return (read(options), null);
        }
        catch (BankFileException unclear) when (unclear.Code is not "too-many-rows")
        {
            return (null, unclear);
        }
    }
}

/// <summary>What a table of entries says, and how it was read.</summary>
internal sealed record CsvReading(IReadOnlyList<BankStatement> Statements, CsvLayout Layout);

namespace MyBudget.BankFiles.Csv;

/// <summary>Where records come from: a text of an encoding and with a delimiter, or a sheet's cells.</summary>
internal sealed record CsvSource(string Delimiter, string Encoding, bool EncodingGuessed)
{
    /// <summary>What cells have instead of an encoding.</summary>
    public const string Sheet = "xlsx";

    /// <summary>In plain ASCII any encoding reads the same.</summary>
    public bool TellsEncoding { get; init; }
}

/// <summary>Reads a bank's table of entries, of a layout given or found out.</summary>
internal static class CsvStatementReader
{
    public static (IReadOnlyList<BankStatement> Statements, CsvLayout Layout) Read(DecodedText file, BankFileOptions options)
    {
        var mapping = options.Csv ?? new CsvMapping();
        var declared = CsvSniffer.DeclaredDelimiter(file.Utf8.Span);
        var skipLines = Math.Max(mapping.SkipLines ?? (declared is null ? 0 : 1), 0);
        var tellsEncoding = !file.IsGuessed && file.Encoding != CsvSource.Sheet && !Ascii.IsValid(file.Utf8.Span);
        var settled = CsvSettledSearch.Find(file, skipLines, options);
        var reading = settled is null ? Read(options) : CsvSettledReader.Read(file, settled, options, Read);
        return (reading.Statements, reading.Layout);

        CsvReading Read(BankFileOptions by)
        {
            var delimiter = Delimiter(mapping) ?? declared ?? by.Hints?.Settled.Delimiter ?? CsvSniffer.Delimiter(file.Utf8, skipLines);
            var records = CsvRecords.Read(file.Utf8, skipLines, delimiter, options.MaxRows + CsvHeader.MaxPreamble + 2);
            CsvMonthLanguage.Settle(records, mapping.DateFormat ?? by.Hints?.DateFormat, options.Currency);
            return CsvStatementReader.Read(
                records, new CsvSource(delimiter, file.Encoding, file.IsGuessed) { TellsEncoding = tellsEncoding }, by);
        }
    }

    /// <summary>Everything behind the splitting of text.</summary>
    private static CsvReading Read(List<CsvRecord> records, CsvSource file, BankFileOptions options)
    {
        var mapping = options.Csv ?? new CsvMapping();
        var isSheet = file.Encoding == CsvSource.Sheet;
        var header = CsvHeader.BeforeEntries(records, HeaderOf(records, mapping, options.Hints, isSheet));
        var table = new CsvTable(records, header, mapping, options);
        RowLimit.Check(table.Rows.Length, options.MaxRows);
        var (columns, source) = CsvColumnChoice.Choose(table);
        var dates = Dates(table, columns);
        var decimals = Decimals(table, columns);
        var tableStart = header.Exists ? records[header.Index].Line : table.Rows.Length > 0 ? table.Rows[0].Line : 1;
        var layout = new CsvLayout(
            file.Delimiter, file.Encoding, header.Exists, tableStart - 1, dates.Pattern, decimals.Value, source.Negate, header.Names,
            columns)
        {
            EncodingGuessed = file.EncodingGuessed,
            Signs = source.Signs,
            IndicatorOut = source.Directions?.Words(CsvDirection.Out),
            IndicatorIn = source.Directions?.Words(CsvDirection.In),
        };
        var shape = CsvShape.Of(records, header, isSheet);
        layout = layout with { Settles = CsvSettles.Of(table, layout, file, source, dates, decimals, shape) };
        return Read(table, layout, new CsvRowReader(table, layout, source, dates));
    }

    private static CsvReading Read(CsvTable table, CsvLayout layout, CsvRowReader reader)
    {
        var columns = layout.Columns;
        var amountHeader = columns.Amount ?? columns.Debit ?? columns.Credit;
        var currency = layout.HasHeader && amountHeader is { } a ? CsvPreamble.Currency(layout.Headers[a]) : null;
        var statements = new CsvStatements(table, layout, new CsvBlocks(table), CsvPreamble.Iban(table.Preamble), currency);
        for (var i = 0; i < table.Rows.Length; i++)
        {
            var rejected = reader.Read(i, out var entry);
            statements.Add(i, entry, rejected);
        }

        var keepIds = statements.HaveUniqueIds();
        if (!keepIds) layout = layout with { Columns = columns with { BankId = null } };
        return new CsvReading(statements.ToStatements(keepIds, table.Options.IsDebt), layout with { UnknownStates = reader.UnknownStates });
    }

    private static CsvHeader HeaderOf(List<CsvRecord> records, CsvMapping mapping, CsvHints? hints, bool isSheet)
    {
        if (hints is null || mapping.HasHeader is not null) return CsvHeader.Find(records, mapping);
        var settled = CsvSettledSearch.HeaderOf(records, hints.Settled, isSheet);
        return settled >= 0 ? CsvHeader.At(records, settled) : CsvHeader.Find(records, mapping);
    }

    private static CsvDecimalSeparator Decimals(CsvTable table, CsvColumns columns)
    {
        var options = table.Options;
        if (table.Mapping.DecimalSeparator is not { } given)
            return CsvDecimals.Detect(table.Rows, columns, options.CurrencyDigits, options.Hints);
        return given is '.' or ','
            ? new CsvDecimalSeparator(given, IsEvident: true)
            : throw new BankFileException("bad-mapping", "The decimal separator is a point or a comma.", [".", ","]);
    }

    private static string? Delimiter(CsvMapping mapping)
    {
        if (string.IsNullOrEmpty(mapping.Delimiter)) return null;
        var delimiter = mapping.Delimiter is "\\t" or "tab" ? "\t" : mapping.Delimiter;
        if (delimiter.Length > 1 || !CsvSniffer.CanDelimit(delimiter[0]))
            throw new BankFileException(
                "bad-mapping", $"'{BankText.Excerpt(mapping.Delimiter)}' cannot be a delimiter.", [",", ";", "\t", "|"]);
        return delimiter;
    }

    private static CsvDateFormat Dates(CsvTable table, CsvColumns columns)
    {
        if (!string.IsNullOrWhiteSpace(table.Mapping.DateFormat)) return CsvDateFormat.FromPattern(table.Mapping.DateFormat);
        if (table.Rows.IsEmpty) return new CsvDateFormat("yyyy-MM-dd", CsvDateOrder.DayFirst) { IsEvident = false };
        return CsvDates.Detect(table.Rows, columns.ValueDate is { } second ? [columns.Date, second] : [columns.Date], table.Options.Hints);
    }
}

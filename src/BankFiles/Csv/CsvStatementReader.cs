namespace MyBudget.BankFiles.Csv;

/// <summary>Where records come from: a text of an encoding and with a delimiter, or a sheet's cells.</summary>
internal sealed record CsvSource(string Delimiter, string Encoding, bool EncodingGuessed);

/// <summary>Reads a bank's table of entries, of a layout given or found out.</summary>
internal static class CsvStatementReader
{
    public static (IReadOnlyList<BankStatement> Statements, CsvLayout Layout) Read(DecodedText file, BankFileOptions options)
    {
        var mapping = options.Csv ?? new CsvMapping();
        var declared = CsvSniffer.DeclaredDelimiter(file.Text);
        var skipLines = Math.Max(mapping.SkipLines ?? (declared is null ? 0 : 1), 0);
        var delimiter = Delimiter(mapping) ?? declared ?? CsvSniffer.Delimiter(file.Text, skipLines);
        var records = CsvRecords.Read(file.Text, skipLines, delimiter, options.MaxRows + CsvHeader.MaxPreamble + 2);
        return Read(records, new CsvSource(delimiter, file.Encoding, file.IsGuessed), options);
    }

    /// <summary>Everything behind the splitting of text: the records may as well be the rows of a spreadsheet.</summary>
    public static (IReadOnlyList<BankStatement> Statements, CsvLayout Layout) Read(List<CsvRecord> records, CsvSource file, BankFileOptions options)
    {
        var mapping = options.Csv ?? new CsvMapping();
        var table = new CsvTable(records, CsvHeader.Find(records, mapping), mapping, options);
        RowLimit.Check(table.Rows.Length, options.MaxRows);
        var (columns, source) = CsvColumnChoice.Choose(table);
        var dates = Dates(table, columns);
        var separator = mapping.DecimalSeparator ?? CsvDecimals.Detect(table.Rows, columns, options.CurrencyDigits);
        if (separator is not ('.' or ','))
            throw new BankFileException("bad-mapping", "The decimal separator is a point or a comma.", [".", ","]);
        var tableStart = table.Header.Exists ? records[table.Header.Index].Line : table.Rows.Length > 0 ? table.Rows[0].Line : 1;
        var layout = new CsvLayout(
            file.Delimiter, file.Encoding, table.Header.Exists, tableStart - 1, dates.Pattern, separator, source.Negate, table.Header.Names, columns)
        {
            EncodingGuessed = file.EncodingGuessed,
            Signs = source.Signs,
            IndicatorOut = source.Directions?.Words(CsvDirection.Out),
            IndicatorIn = source.Directions?.Words(CsvDirection.In),
        };
        return Read(table, layout, new CsvRowReader(table, layout, source, dates), options);
    }

    private static (IReadOnlyList<BankStatement> Statements, CsvLayout Layout) Read(CsvTable table, CsvLayout layout, CsvRowReader reader, BankFileOptions options)
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
        return (statements.ToStatements(keepIds, options.IsDebt), layout with { UnknownStates = reader.UnknownStates });
    }

    private static string? Delimiter(CsvMapping mapping)
    {
        if (string.IsNullOrEmpty(mapping.Delimiter)) return null;
        var delimiter = mapping.Delimiter is "\\t" or "tab" ? "\t" : mapping.Delimiter;
        if (delimiter.Length > 1 || !CsvSniffer.CanDelimit(delimiter[0]))
            throw new BankFileException("bad-mapping", $"'{BankText.Excerpt(mapping.Delimiter)}' cannot be a delimiter.", [",", ";", "\t", "|"]);
        return delimiter;
    }

    private static CsvDateFormat Dates(CsvTable table, CsvColumns columns)
    {
        if (!string.IsNullOrWhiteSpace(table.Mapping.DateFormat)) return CsvDateFormat.FromPattern(table.Mapping.DateFormat);
        if (table.Rows.IsEmpty) return new CsvDateFormat("yyyy-MM-dd", CsvDateOrder.DayFirst);
        return CsvDates.Detect(table.Rows, columns.ValueDate is { } second ? [columns.Date, second] : [columns.Date]);
    }
}

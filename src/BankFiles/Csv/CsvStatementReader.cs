using System.Runtime.InteropServices;

namespace MyBudget.BankFiles.Csv;

/// <summary>Reads a bank's CSV export, of a layout given or found out.</summary>
internal static class CsvStatementReader
{
    public static (IReadOnlyList<BankStatement> Statements, CsvLayout Layout) Read(DecodedText file, BankFileOptions options)
    {
        var mapping = options.Csv ?? new CsvMapping();
        var declared = CsvSniffer.DeclaredDelimiter(file.Text);
        var skipLines = Math.Max(mapping.SkipLines ?? (declared is null ? 0 : 1), 0);
        var delimiter = Delimiter(mapping) ?? declared ?? CsvSniffer.Delimiter(file.Text, skipLines);

        var records = CsvRecords.Read(file.Text, skipLines, delimiter, options.MaxRows + CsvHeader.MaxPreamble + 2);
        var header = CsvHeader.Find(records, mapping);
        var rows = CollectionsMarshal.AsSpan(records)[Math.Min(header.FirstRow, records.Count)..];
        var width = header.Exists ? header.Names.Count : CsvSniffer.Width(records.Take(2 * CsvHeader.MaxPreamble)) ?? 1;
        var columns = CsvColumnChoice.Choose(rows, header, mapping, width);

        var dates = Dates(rows, columns, mapping);
        var separator = mapping.DecimalSeparator ?? CsvDecimals.Detect(rows, columns);
        if (separator is not ('.' or ','))
            throw new BankFileException("bad-mapping", "The decimal separator is a point or a comma.", [".", ","]);
        var tableStart = header.Exists ? records[header.Index].Line : rows.Length > 0 ? rows[0].Line : 1;
        var layout = new CsvLayout(
            delimiter, file.Encoding, header.Exists, tableStart - 1, dates.Pattern, separator, mapping.Negate, header.Names, columns);

        var preamble = CollectionsMarshal.AsSpan(records)[..(header.Exists ? header.Index : 0)];
        return Read(rows, layout, new CsvRowReader(layout, dates, width), CsvPreamble.Iban(preamble), options.MaxRows);
    }

    private static (IReadOnlyList<BankStatement> Statements, CsvLayout Layout) Read(
        ReadOnlySpan<CsvRecord> rows, CsvLayout layout, CsvRowReader reader, string? account, int maxRows)
    {
        var columns = layout.Columns;
        var amountHeader = columns.Amount ?? columns.Debit ?? columns.Credit;
        var currency = layout.HasHeader && amountHeader is { } a ? CsvPreamble.Currency(layout.Headers[a]) : null;
        var statements = new CsvStatements(columns, layout.DecimalSeparator, account, currency);
        var limit = new RowLimit(maxRows);
        foreach (var row in rows)
        {
            limit.Count();
            var rejected = reader.Read(row, out var entry);
            statements.Add(row, entry, rejected);
        }

        var keepIds = statements.HaveUniqueIds();
        if (!keepIds) layout = layout with { Columns = columns with { BankId = null } };
        return (statements.ToStatements(keepIds), layout);
    }

    private static string? Delimiter(CsvMapping mapping)
    {
        if (string.IsNullOrEmpty(mapping.Delimiter)) return null;
        var delimiter = mapping.Delimiter is "\\t" or "tab" ? "\t" : mapping.Delimiter;
        if (delimiter.Length > 1 || !CsvSniffer.CanDelimit(delimiter[0]))
            throw new BankFileException("bad-mapping", $"'{BankText.Excerpt(mapping.Delimiter)}' cannot be a delimiter.", [",", ";", "\t", "|"]);
        return delimiter;
    }

    private static CsvDateFormat Dates(ReadOnlySpan<CsvRecord> rows, CsvColumns columns, CsvMapping mapping)
    {
        if (!string.IsNullOrWhiteSpace(mapping.DateFormat)) return CsvDateFormat.FromPattern(mapping.DateFormat);
        return rows.IsEmpty ? new CsvDateFormat("yyyy-MM-dd", isMonthFirst: false) : CsvDates.Detect(rows, columns.Date);
    }
}

namespace MyBudget.BankFiles.Csv;

/// <summary>Where the header is (its record, or -1 where there is none), and where the rows begin.</summary>
internal sealed record CsvHeader(int Index, int FirstRow, IReadOnlyList<string> Names)
{
    /// <summary>Banks write who owns the account and which days are shown before the table.</summary>
    public const int MaxPreamble = 50;

    public bool Exists => Index >= 0;

    public static CsvHeader None(int firstRow) => new(-1, firstRow, []);

    public static CsvHeader At(List<CsvRecord> records, int index) =>
        new(index, index + 1, NamesOf(records[index]));

    public static IReadOnlyList<string> NamesOf(CsvRecord record) => Array.ConvertAll(record.Fields, f => BankText.Clean(f) ?? "");

    public static CsvHeader Find(List<CsvRecord> records, CsvMapping mapping)
    {
        if (mapping.HasHeader == false) return None(mapping.SkipLines is null ? Math.Max(FirstDatedRecord(records), 0) : 0);
        var limit = Math.Min(records.Count, MaxPreamble);
        if (mapping.SkipLines is not null && mapping.HasHeader == true && records.Count > 0) return At(records, 0);
        var named = CsvMappedColumns.GivenNames(mapping);
        for (var i = 0; named.Count > 0 && i < limit; i++)
        {
            if (named.TrueForAll(n => CsvMappedColumns.IndexOf(records[i].Fields, n) is not null)) return At(records, i);
        }

        for (var i = 0; i < limit; i++)
        {
            if (!IsEntry(records[i]) && CsvHeaderNames.NamesDateAndAmount(records[i].Fields)) return At(records, i);
        }

        var first = FirstDatedRecord(records);
        if (first > 0 && IsHeader(records[first - 1], records[first])) return At(records, first - 1);
        if (mapping.HasHeader == true && records.Count > 0) return At(records, Math.Max(first - 1, 0));
        return None(Math.Max(first, 0));
    }

    /// <summary>
    /// Sorted together with its entries, a header stands between or behind them: then it is put before them, so that none is lost above it.
    /// </summary>
    public static CsvHeader BeforeEntries(List<CsvRecord> records, CsvHeader header)
    {
        if (!header.Exists) return header;
        var names = records[header.Index];
        var meanings = header.Names.Select(CsvHeaderNames.Find).ToList();
        var first = records.FindIndex(0, header.Index, record => IsEntryUnder(record, meanings));
        // What stands under names of its own is another table.
        if (first < 0 || records.FindIndex(0, first, record => CsvOtherTables.IsHeader(record, header)) >= 0) return header;
        records.RemoveAt(header.Index);
        records.Insert(first, names);
        return At(records, first);
    }

    private static bool IsEntryUnder(CsvRecord record, List<IReadOnlyList<CsvHeaderMeaning>> meanings)
    {
        if (record.Count != meanings.Count) return false;
        var fields = record.Fields;
        return Is(field => CsvDateParts.TrySplit(field, out _), CsvRole.Date, CsvRole.ValueDate)
            && Is(field => BankAmount.TryParse(field, '\0', out _), CsvRole.Amount, CsvRole.Debit, CsvRole.Credit);

        bool Is(Predicate<string> holds, params CsvRole[] roles) => Enumerable.Range(0, fields.Length)
            .Any(i => meanings[i].Any(meaning => roles.Contains(meaning.Role)) && holds(fields[i]));
    }

    /// <summary>What holds a date and an amount is an entry, whatever its texts say.</summary>
    public static bool IsEntry(CsvRecord record) =>
        Array.Exists(record.Fields, f => CsvDateParts.TrySplit(f, out _))
            && Array.Exists(record.Fields, f => BankAmount.TryParse(f, '\0', out _));

    /// <summary>Names above the first entry: as many, and none of them a date or an amount.</summary>
    private static bool IsHeader(CsvRecord above, CsvRecord first) =>
        Math.Abs(above.Count - first.Count) <= 1 && above.Fields.Count(f => !string.IsNullOrWhiteSpace(f)) > 1
        && !Array.Exists(above.Fields, f =>
            CsvDateParts.TrySplit(f, out _) || (BankAmount.TryParse(f, '\0', out var amount) && amount.Scale > 0));

    private static int FirstDatedRecord(List<CsvRecord> records)
    {
        var width = CsvSniffer.Width(records.Take(2 * MaxPreamble));
        return records.FindIndex(
            0, Math.Min(records.Count, MaxPreamble),
            r => r.Count >= width && Array.Exists(r.Fields, f => CsvDateParts.TrySplit(f, out _)));
    }
}

namespace MyBudget.BankFiles.Csv;

/// <summary>Joins what the user gave, what the header names and what the columns hold, in this order.</summary>
internal static class CsvColumnChoice
{
    public static CsvColumns Choose(ReadOnlySpan<CsvRecord> rows, CsvHeader header, CsvMapping mapping, int width)
    {
        var given = CsvMappedColumns.Resolve(mapping, header, width);
        var roles = header.Exists ? CsvHeaderNames.Resolve(header.Names) : [];
        if (given.ContainsKey(CsvRole.Amount)) Remove(roles, CsvRole.Debit, CsvRole.Credit);
        else if (given.ContainsKey(CsvRole.Debit) || given.ContainsKey(CsvRole.Credit)) Remove(roles, CsvRole.Amount, CsvRole.Indicator);
        Overlay(given, roles);

        if (!HasDate(roles) || !HasAmount(roles))
        {
            var byContent = CsvContentColumns.Resolve(rows, width);
            if (HasAmount(roles)) Remove(byContent, CsvRole.Amount, CsvRole.Balance);
            if (roles.ContainsKey(CsvRole.Payee) || roles.ContainsKey(CsvRole.Memo)) Remove(byContent, CsvRole.Payee, CsvRole.Memo);
            Overlay(roles, byContent);
            roles = byContent;
        }

        if (!HasDate(roles)) throw Needed("date", header, rows, width);
        if (!HasAmount(roles)) throw Needed("amount", header, rows, width);
        return Columns(rows, roles, given, header);
    }

    private static CsvColumns Columns(
        ReadOnlySpan<CsvRecord> rows, Dictionary<CsvRole, int> roles, Dictionary<CsvRole, int> given, CsvHeader header)
    {
        // Where a file has both, a signed amount is the plainer source.
        if (roles.ContainsKey(CsvRole.Amount)) Remove(roles, CsvRole.Debit, CsvRole.Credit);
        if (Of(CsvRole.Indicator) is { } indicator
            && (Of(CsvRole.Amount) is not { } amount
                || (!given.ContainsKey(CsvRole.Indicator) && !CsvIndicator.TellsDirection(rows, indicator, amount))))
            roles.Remove(CsvRole.Indicator);
        if (Of(CsvRole.Account) is { } account && header.Exists && !given.ContainsKey(CsvRole.Account)
            && !CsvHeaderNames.IsOwnAccount(header.Names[account]) && !IsConstant(rows, account))
            roles.Remove(CsvRole.Account);

        return new CsvColumns
        {
            Date = Of(CsvRole.Date) ?? roles[CsvRole.ValueDate],
            Amount = Of(CsvRole.Amount),
            Debit = Of(CsvRole.Debit),
            Credit = Of(CsvRole.Credit),
            Indicator = Of(CsvRole.Indicator),
            Payee = Of(CsvRole.Payee) ?? Of(CsvRole.Memo),
            Memo = Of(CsvRole.Payee) is null ? null : Of(CsvRole.Memo),
            BankId = Of(CsvRole.BankId),
            CheckNumber = Of(CsvRole.CheckNumber),
            Currency = Of(CsvRole.Currency),
            Category = Of(CsvRole.Category),
            Balance = Of(CsvRole.Balance),
            Account = Of(CsvRole.Account),
            Status = Of(CsvRole.Status),
        };

        int? Of(CsvRole role) => roles.TryGetValue(role, out var column) ? column : null;
    }

    /// <summary>The stronger roles replace the weaker ones, and take their columns away from them.</summary>
    private static void Overlay(Dictionary<CsvRole, int> stronger, Dictionary<CsvRole, int> weaker)
    {
        foreach (var (role, _) in weaker.Where(w => stronger.ContainsValue(w.Value)).ToList()) weaker.Remove(role);
        foreach (var (role, column) in stronger) weaker[role] = column;
    }

    private static void Remove(Dictionary<CsvRole, int> roles, params ReadOnlySpan<CsvRole> unwanted)
    {
        foreach (var role in unwanted) roles.Remove(role);
    }

    public static bool HasDate(Dictionary<CsvRole, int> roles) => roles.ContainsKey(CsvRole.Date) || roles.ContainsKey(CsvRole.ValueDate);

    public static bool HasAmount(Dictionary<CsvRole, int> roles) =>
        roles.ContainsKey(CsvRole.Amount) || roles.ContainsKey(CsvRole.Debit) || roles.ContainsKey(CsvRole.Credit);

    /// <summary>The owner's account is the same in every row and missing in none.</summary>
    private static bool IsConstant(ReadOnlySpan<CsvRecord> rows, int column)
    {
        ReadOnlySpan<char> first = [];
        foreach (var row in rows)
        {
            if (row.Fields.Length <= column) continue;
            if (first.IsEmpty) first = row[column];
            if (first.IsEmpty || !row[column].SequenceEqual(first)) return false;
        }

        return true;
    }

    private static BankFileException Needed(string what, CsvHeader header, ReadOnlySpan<CsvRecord> rows, int width)
    {
        var hasDates = false;
        foreach (var row in rows) hasDates |= Array.Exists(row.Fields, f => CsvDateParts.TrySplit(f, out _));
        return header.Exists || hasDates
            ? new BankFileException(
                "layout-needed", $"It is not clear which column holds the {what}. Say which of the {width} columns it is.", header.Names)
            : new BankFileException("unknown-format", "The file is no table of dated entries, nor of another format that can be imported.");
    }
}

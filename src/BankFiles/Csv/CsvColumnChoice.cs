namespace MyBudget.BankFiles.Csv;

/// <summary>Joins what the user gave, what the header names and what the columns hold, in this order.</summary>
internal static class CsvColumnChoice
{
    public static (CsvColumns Columns, CsvAmountSource Amounts) Choose(CsvTable table)
    {
        var names = new CsvNames(table);
        var date = Date(table, names);
        table.Order = CsvTimeOrders.Of(table, date);
        if ((Given(table, CsvRole.Status) ?? names.Best(CsvRole.Status)?.Index) is { } states) table.LeaveOutNotBooked(states);
        CsvStatusWords.LeaveOutWithoutImpact(table);
        var amounts = new CsvSignChoice(table, names).Decide(new CsvAmountChoice(table, names).Choose());
        CsvMovedRows.Restore(table, amounts);
        var taken = new HashSet<int>(amounts.Columns) { date };
        var otherDates = names.Of(CsvRole.Date).Concat(names.Of(CsvRole.ValueDate));
        var valueDate = Given(table, CsvRole.ValueDate) ?? otherDates.FirstOrDefault(column => !taken.Contains(column.Index))?.Index;
        if (valueDate is { } second) taken.Add(second);

        var currency = Given(table, CsvRole.Currency) ?? Currency(table, names, amounts);
        var account = Given(table, CsvRole.Account) ?? (table.HasNoAccount ? null : CsvAccountColumn.Find(table, names, amounts));
        var status = Given(table, CsvRole.Status) ?? Free(names, CsvRole.Status, taken) ?? CsvStatusWords.ColumnOf(table, taken);
        foreach (var column in new[] { currency, account, status }.OfType<int>()) taken.Add(column);
        var columns = new CsvColumns
        {
            Date = date,
            ValueDate = valueDate,
            Amount = amounts.Amount,
            Debit = amounts.Debit,
            Credit = amounts.Credit,
            Indicator = amounts.Indicator,
            Fee = amounts.Fee,
            Balance = amounts.Balance,
            Currency = currency,
            Account = account,
            Status = status,
            BankId = Take(table, names, CsvRole.BankId, taken),
            CheckNumber = Take(table, names, CsvRole.CheckNumber, taken),
            Category = Take(table, names, CsvRole.Category, taken),
        };
        columns = CsvTextColumns.Fill(table, names, columns, taken);
        if (columns.Category is { } category) taken.Remove(category);
        taken.UnionWith(table.Columns.Where(column => names.IsNamed(column, CsvRole.Payee, CsvRole.Payer, CsvRole.Memo))
            .Select(column => column.Index));
        table.DoubtfulStates = [.. CsvStatusWords.Doubtful(table, taken)];
        return (columns, amounts);
    }

    public static int? Given(CsvTable table, CsvRole role) => table.Given.TryGetValue(role, out var column) ? column : null;

    private static int Date(CsvTable table, CsvNames names)
    {
        if (Given(table, CsvRole.Date) is { } given) return given;
        if ((names.Best(CsvRole.Date) ?? names.Best(CsvRole.ValueDate)) is { } named) return named.Index;
        if (table.Columns.FirstOrDefault(column => column.IsDate && column.Filled * 2 > table.Rows.Length) is { } byContent)
            return byContent.Index;
        throw table.Header.Exists || table.Columns.Any(column => column.HasAnyDate)
            ? table.Needed("layout-needed", $"It is not clear which column holds the date. Say which of the {table.Width} columns it is.")
            : table.Needed("unknown-format", "The file is no table of dated entries, nor of another format that can be imported.");
    }

    /// <summary>The currency beside the amount, or the account's own; one that only another amount is in says nothing.</summary>
    private static int? Currency(CsvTable table, CsvNames names, CsvAmountSource amounts)
    {
        var named = names.Of(CsvRole.Currency);
        var amount = amounts.Amount ?? amounts.Credit ?? amounts.Debit ?? 0;
        bool Beside(CsvColumn column) => column.Index == amount + 1;
        // An unknown name may say whose currency it is: "Billed currency".
        if (table.Columns.ElementAtOrDefault(amount + 1) is { IsOwnCurrency: true, HasCurrencies: true } billed
            && !table.Given.ContainsValue(billed.Index))
            return billed.Index;
        if (named.Find(Beside) is { } next && (next.IsOwnCurrency || table.Options.Currency is null)) return next.Index;
        if (named.Find(column => column.IsOwnCurrency) is { } own) return own.Index;
        // "Source currency" beside "Source amount" is that amount's own.
        if (named.Find(column => Beside(column) && BeginAlike(column.Header, table.Columns[amount].Header)) is { } same) return same.Index;
        // Beside a rate of exchange stands the currency that was exchanged.
        if (table.Options.Currency is not null && names.Best(CsvRole.Rate) is not null) return null;
        if ((named.Find(Beside) ?? named.FirstOrDefault()) is { } best) return best.Index;
        return table.Columns.FirstOrDefault(column =>
            column.IsCurrency && !CsvHeaderNames.NamesForeign(column.Header) && !table.Given.ContainsValue(column.Index)
            && column.Distinct.Keys.All(code => CsvPreamble.IsCurrency(code))
            && (!table.Header.Exists || Math.Abs(column.Index - amount) == 1))?.Index;
    }

    private static bool BeginAlike(string one, string other)
    {
        string[] first = CsvWords.Fold(one).Split(' '), second = CsvWords.Fold(other).Split(' ');
        return first.Length > 1 && second.Length > 1 && first[0] == second[0];
    }

    private static int? Free(CsvNames names, CsvRole role, HashSet<int> taken) =>
        names.Of(role).Find(column => !taken.Contains(column.Index))?.Index;

    private static int? Take(CsvTable table, CsvNames names, CsvRole role, HashSet<int> taken)
    {
        var column = Given(table, role) ?? Free(names, role, taken);
        if (column is { } found) taken.Add(found);
        return column;
    }
}

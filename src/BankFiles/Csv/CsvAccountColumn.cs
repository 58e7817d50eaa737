namespace MyBudget.BankFiles.Csv;

/// <summary>
/// Finds the column of the owner's account. Banks give the other party's account the same names; that one is blank here and
/// there, or new in nearly every row, while a customer's own accounts are few and come again.
/// </summary>
internal static class CsvAccountColumn
{
    private const int MostAccounts = 10;

    public static int? Find(CsvTable table, CsvNames names, CsvAmountSource amounts)
    {
        var candidates = names.Of(CsvRole.Account).Where(column => !amounts.Columns.Contains(column.Index)).ToList();
        candidates.AddRange(table.Columns.Where(column => !candidates.Contains(column) && IsOfIbans(table, column, amounts)));
        var several = candidates.Where(column => IsSeveral(table, column, amounts))
            .OrderByDescending(column => CsvHeaderNames.IsOwnAccount(column.Header)).ThenByDescending(HasNumbers).FirstOrDefault();
        var own = candidates.Find(column => CsvHeaderNames.IsOwnAccount(column.Header) && column.Distinct.Count == 1);
        if (several is not null && own is not null && !CsvHeaderNames.IsOwnAccount(several.Header) && HasNumbers(own)) return own.Index;
        return (several ?? own
            ?? candidates.Find(column => column.Distinct.Count == 1 && column.Blank == 0 && table.Rows.Length > 0))?.Index;
    }

    /// <summary>Whatever it is called: a few accounts, each of which comes again and again.</summary>
    private static bool IsOfIbans(CsvTable table, CsvColumn column, CsvAmountSource amounts) =>
        column is { Blank: 0, Distinct.Count: > 1 and <= MostAccounts } && column.Distinct.Values.All(count => count > 1)
        && !amounts.Columns.Contains(column.Index) && !table.Given.ContainsValue(column.Index)
        && !CsvHeaderNames.NamesOtherParty(column.Header)
        && column.Distinct.Keys.All(text => CsvPreamble.IsIban(text.Replace(" ", "", StringComparison.Ordinal)));

    private static bool IsSeveral(CsvTable table, CsvColumn column, CsvAmountSource amounts)
    {
        if (column.Distinct.Count is < 2 or > MostAccounts) return false;
        if (CsvHeaderNames.IsOwnAccount(column.Header)) return true;
        return column.Blank == 0 && column.Distinct.Count < column.Filled && !IsOneBalance(table, amounts);
    }

    /// <summary>One running balance through all rows is that of one account.</summary>
    private static bool IsOneBalance(CsvTable table, CsvAmountSource amounts)
    {
        if (amounts is not { Balance: { } balance, Amount: { } amount }) return false;
        var walk = CsvBalance.Walk(table.Values(amount), table.Values(balance));
        return walk.Steps > 1 && walk.Agreed == walk.Steps;
    }

    private static bool HasNumbers(CsvColumn column) => column.Distinct.Keys.Any(text => text.Count(char.IsAsciiDigit) > 3);
}

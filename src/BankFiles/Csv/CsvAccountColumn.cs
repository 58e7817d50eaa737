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
        var several = candidates.Where(column => IsSeveral(table, column, amounts))
            .OrderByDescending(column => CsvHeaderNames.IsOwnAccount(column.Header)).ThenByDescending(HasNumbers).FirstOrDefault();
        var own = candidates.Find(column => CsvHeaderNames.IsOwnAccount(column.Header) && column.Distinct.Count == 1);
        if (several is not null && own is not null && !CsvHeaderNames.IsOwnAccount(several.Header) && HasNumbers(own)) return own.Index;
        return (several ?? own
            ?? candidates.Find(column => column.Distinct.Count == 1 && column.Blank == 0 && table.Rows.Length > 0))?.Index;
    }

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

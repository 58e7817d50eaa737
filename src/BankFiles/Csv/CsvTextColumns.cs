namespace MyBudget.BankFiles.Csv;

/// <summary>
/// Finds payee and memo. Where no name is known, the most varied text is the payee and the next the memo; a column that says
/// the same in every row is neither. No text that says something of an entry is lost because nobody knows its name.
/// </summary>
internal static class CsvTextColumns
{
    private const int MostOthers = 3;

    public static CsvColumns Fill(CsvTable table, CsvNames names, CsvColumns columns, HashSet<int> taken)
    {
        var payees = Of(CsvRole.Payee);
        var memos = Of(CsvRole.Memo);
        var payer = CsvColumnChoice.Given(table, CsvRole.Payer) ?? Of(CsvRole.Payer).FirstOrDefault()?.Index;
        var texts = table.Columns.Where(column =>
            column.IsText && !column.IsConstant && !IsUsed(column) && !payees.Contains(column) && !memos.Contains(column)
                && column.Index != payer && !names.IsNamed(
                    column, CsvRole.Indicator, CsvRole.Category, CsvRole.Account, CsvRole.Status, CsvRole.BankId, CsvRole.CheckNumber,
                    CsvRole.Payer))
            .OrderByDescending(column => column.Distinct.Count).ThenByDescending(column => column.Letters).ToList();

        // Some banks write the other party's account where others write its name.
        if (payees.Exists(IsOfAccounts) && !payees.TrueForAll(IsOfAccounts)) payees.RemoveAll(IsOfAccounts);
        // A name that stands in every row is the owner's.
        if (payees is [{ IsConstant: true, Filled: > 2 }] && memos.Exists(memo => !memo.IsConstant)) memos.AddRange(payees.Splice());
        var isPayeeGiven = CsvColumnChoice.Given(table, CsvRole.Payee) is not null;
        var payee = CsvColumnChoice.Given(table, CsvRole.Payee) ?? Next(payees) ?? Next(memos) ?? Next(texts);
        var memo = CsvColumnChoice.Given(table, CsvRole.Memo) ?? Next(memos) ?? Varied(table, texts);
        return columns with
        {
            Payee = payee,
            Payer = payer,
            Memo = memo,
            OtherPayees = isPayeeGiven || payees.Count == 0 ? null : [.. payees.Take(MostOthers).Select(column => column.Index)],
            OtherTexts = Others(table, texts, payees.Count == 0 && memos.Count == 0),
        };

        bool IsUsed(CsvColumn column) => taken.Contains(column.Index) || table.Given.ContainsValue(column.Index);

        List<CsvColumn> Of(CsvRole role) => [.. names.Of(role).Where(column => !IsUsed(column))];
    }

    private static bool IsOfAccounts(CsvColumn column) => column.Distinct.Count > 0 && column.Distinct.Keys.All(text =>
        text.Length > 3 && !text.Contains('*', StringComparison.Ordinal)
        && (CsvPreamble.IsIban(text.Replace(" ", "", StringComparison.Ordinal)) || !text.Any(char.IsLetter)));

    private static int? Next(List<CsvColumn> columns)
    {
        if (columns.Count == 0) return null;
        var first = columns[0];
        columns.RemoveAt(0);
        return first.Index;
    }

    /// <summary>A memo says something of its own entry; a kind of payment that comes again and again does not.</summary>
    private static int? Varied(CsvTable table, List<CsvColumn> texts)
    {
        var at = texts.FindIndex(column => IsVaried(table, column));
        if (at < 0) return null;
        var column = texts[at].Index;
        texts.RemoveAt(at);
        return column;
    }

    private static List<int>? Others(CsvTable table, List<CsvColumn> texts, bool isNothingNamed)
    {
        var others = isNothingNamed
            ? texts.Where(column => IsVaried(table, column)).Take(MostOthers).Select(column => column.Index).ToList()
            : [];
        return others.Count == 0 ? null : others;
    }

    private static bool IsVaried(CsvTable table, CsvColumn column) =>
        column.HasMany || (column.Distinct.Count > 1 && column.Distinct.Count * 3 >= column.Filled) || table.Rows.Length == 1;

    private static List<CsvColumn> Splice(this List<CsvColumn> columns)
    {
        List<CsvColumn> all = [.. columns];
        columns.Clear();
        return all;
    }
}

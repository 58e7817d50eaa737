namespace MyBudget.BankFiles.Csv;

/// <summary>What one row says of a running balance.</summary>
/// <param name="Amount">Null where there is none that can be read.</param>
/// <param name="IsToldBalance">The row is an opening or a closing balance, which stands wherever the bank puts it.</param>
internal readonly record struct CsvBalanceRow(
    int Line, DateOnly Date, decimal? Amount, decimal? Balance, string? Currency, bool IsToldBalance);

/// <summary>Follows a running balance along some rows.</summary>
/// <param name="IsBefore">The balances are those before each entry.</param>
/// <param name="Lines">The lines that do not follow.</param>
internal sealed record CsvBalanceTrack(bool HasSteps, bool IsProof, bool IsBefore, IReadOnlyList<int> Lines)
{
    public static CsvBalanceTrack Of(CsvBalanceTrail rows, bool isDebt)
    {
        var amounts = rows.Amounts;
        var balances = rows.Balances;
        var dates = rows.Dates;
        var walk = CsvBalance.Walk(amounts, balances, dates);
        if (walk.IsProof || walk.Steps == 0) return new CsvBalanceTrack(walk.Steps > 0, walk.IsProof, IsBefore: false, []);
        var before = CsvBalance.WalkBefore(amounts, balances, CsvTimeOrders.Of(dates));
        if (before.IsProof) return new CsvBalanceTrack(HasSteps: true, IsProof: true, IsBefore: true, []);
        if (isDebt)
        {
            // What is owed grows by what is spent.
            var turned = amounts.ToArray();
            for (var row = 0; row < turned.Length; row++) turned[row] = -turned[row];
            var owed = CsvBalance.Walk(turned, balances, dates);
            if (owed.Agreed > walk.Agreed)
            {
                walk = owed;
                amounts = turned;
            }
        }

        var lines = walk.IsProof ? [] : CsvBalance.Disagreeing(walk, amounts, balances).ConvertAll(i => rows[i].Line);
        return new CsvBalanceTrack(HasSteps: true, walk.IsProof, IsBefore: false, lines);
    }
}

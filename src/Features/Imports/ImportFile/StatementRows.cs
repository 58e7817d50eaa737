using MyBudget.BankFiles;

namespace MyBudget.Features.Imports.ImportFile;

/// <summary>Makes entries of the ledger out of a bank's, or says why one cannot be.</summary>
/// <param name="corrections">Entries of the ledger that the file corrects.</param>
internal sealed class StatementRows(LedgerFacts facts, BankCorrections corrections)
{
    private readonly StatementEntry _entry = new(facts);
    private readonly TransferSides _sides = new();

    /// <summary>All rows, in the file's order.</summary>
    public IReadOnlyList<DraftRow> Of(IReadOnlyList<BankStatement> statements, StatementAccounts accounts)
    {
        var rows = statements.Zip(accounts.Of).SelectMany(pair => pair.First.Entries.Select(entry => new Row(entry.Line, entry, pair))
            .Concat(pair.First.Rejected.Select(line => new Row(line.Line, line, pair))));
        List<Row> inOrder = [.. rows.OrderBy(row => row.Line)];
        foreach (var (index, row) in inOrder.Index())
        {
            if (row is { Said: BankEntry { Splits.Count: > 0 } split, Of: { Target: { } into } of }
                && ReasonAgainst(split, of.Statement, into) is null)
                _sides.Expect(_entry.Make(split, into.Account), index + 1);
        }

        return [.. inOrder.Select((row, index) => row.Said is BankEntry entry
            ? Draft(index + 1, entry, row.Of.Statement, row.Of.Target)
            : Rejected(index + 1, (RejectedLine)row.Said, row.Of.Target))];
    }

    private DraftRow Rejected(int number, RejectedLine line, StatementTarget? target) =>
        line.Corrects is { } corrects && target is not null && corrections.Of(corrects, own: null, target.Account.Id) is { } entry
            ? CorrectionRow.Of(number, line.Line, corrects, entry, target.Index)
            : new DraftRow(number, line.Line) { Account = target?.Index, Reason = new RowReason(line.Code, line.Reason), Text = line.Text };

    private DraftRow Draft(int number, BankEntry row, BankStatement statement, StatementTarget? target)
    {
        if (row.Corrects is { } corrects && target is not null)
        {
            if (corrections.Of(corrects, row.BankId, target.Account.Id) is { } corrected && ReasonAgainst(row, statement, target) is null)
            {
                var told = _entry.Make(row, target.Account);
                if (corrects.IsDeletion || !corrected.IsKnown(row.BankId, told)) return CorrectionRow.Of(number, row, corrected, target.Index, told);
            }

            if (corrects.IsDeletion) return CorrectionRow.OfNothing(number, row, target.Index);
        }

        var reason = target is { } into
            ? ReasonAgainst(row, statement, into)
            : new RowReason("account-left-out", "The entries of this bank account are left out.");
        var entry = reason is null ? _entry.Make(row, target!.Account) : null;
        if (entry is not null && (_sides.RowOfOther(entry)?.Number ?? _sides.PartOfOther(entry)) is { } other)
        {
            reason = new RowReason("other-side", $"Row {other} has the other side of this transfer.");
            entry = null;
        }

        return _sides.Add(new DraftRow(number, row.Line)
        {
            Account = target?.Index,
            BankId = row.BankId,
            CategoryHint = row.CategoryHint,
            Entry = entry,
            Reason = reason,
            Text = reason is null ? null : BankText.Excerpt(string.Create(CultureInfo.InvariantCulture, $"{row.Date:yyyy-MM-dd} {row.Amount} {row.Payee}")),
        });
    }

    private RowReason? ReasonAgainst(BankEntry row, BankStatement statement, StatementTarget into) =>
        _entry.ReasonAgainst(row, into.InAccountCurrency ? row.Currency : row.Currency ?? statement.Currency, into.Account);

    /// <param name="Said">An entry of the bank, or a line that gave none.</param>
    private readonly record struct Row(int Line, object Said, (BankStatement Statement, StatementTarget? Target) Of);
}

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
        var rows = statements.Zip(accounts.Of).SelectMany(pair =>
        {
            var (statement, target) = pair;
            var told = target is null ? null : new ToldRows(statement.Entries, target, _entry);
            return statement.Entries.Select((entry, place) => new Row(entry.Line, place, null, statement, told))
                .Concat(statement.Rejected.Select(line => new Row(line.Line, -1, line, statement, told)));
        });
        List<Row> inOrder = [.. rows.OrderBy(row => row.Line)];
        foreach (var (index, row) in inOrder.Index())
        {
            if (row is not { Rejected: null, Told: { } of } || of[row.Place] is not { Splits.Count: > 0 } split) continue;
            if (ReasonAgainst(split, row.Statement, of.Target) is null) _sides.Expect(of.EntryOf(row.Place), index + 1);
        }

        return [.. inOrder.Select((row, index) =>
            row.Rejected is { } line ? Rejected(index + 1, line, row.Told?.Target) : Draft(index + 1, row))];
    }

    private DraftRow Rejected(int number, RejectedLine line, StatementTarget? target) =>
        line.Corrects is { } corrects && target is not null && corrections.Of(corrects, own: null, target.Account.Id) is { } entry
            ? CorrectionRow.Of(number, line.Line, corrects, entry, target.Index)
            : new DraftRow(number, line.Line) { Account = target?.Index, Reason = new RowReason(line.Code, line.Reason), Text = line.Text };

    private DraftRow Draft(int number, Row place)
    {
        var (row, target) = (place.Statement.Entries[place.Place], place.Told?.Target);
        if (row.Corrects is { } corrects && target is not null)
        {
            if (corrections.Of(corrects, row.BankId, target.Account.Id) is { } corrected && ReasonAgainst(row, place.Statement, target) is null)
            {
                var told = _entry.Make(row, target.Account);
                if (corrects.IsDeletion || !corrected.IsKnown(row.BankId, told))
                    return CorrectionRow.Of(number, row, corrected, (place.Told!, place.Place), told);
            }

            if (corrects.IsDeletion) return CorrectionRow.OfNothing(number, row, target.Index);
        }

        var reason = target is { } into
            ? ReasonAgainst(row, place.Statement, into)
            : new RowReason("account-left-out", "The entries of this bank account are left out.");
        var entry = reason is null ? _entry.Make(row, target!.Account) : null;
        if (entry is not null && (_sides.RowOfOther(entry)?.Number ?? _sides.PartOfOther(entry)) is { } other)
        {
            reason = new RowReason("other-side", $"Row {other} has the other side of this transfer.");
            entry = null;
        }

        if (entry is null)
        {
            var text = BankText.Excerpt(string.Create(CultureInfo.InvariantCulture, $"{row.Date:yyyy-MM-dd} {row.Amount} {row.Payee}"));
            return new DraftRow(number, row.Line) { Account = target?.Index, Reason = reason, Text = text };
        }

        var draft = new DraftRow(number, row.Line)
        {
            Account = target!.Index,
            Told = (place.Told!, place.Place),
            Date = entry.Date,
            Amount = entry.Amount,
        };
        _sides.Add(draft, entry);
        return draft;
    }

    private RowReason? ReasonAgainst(BankEntry row, BankStatement statement, StatementTarget into) =>
        _entry.ReasonAgainst(row, into.InAccountCurrency ? row.Currency : row.Currency ?? statement.Currency, into.Account);

    /// <param name="Place">Of the entry in its statement.</param>
    /// <param name="Rejected">In place of an entry, a line that gave none.</param>
    /// <param name="Told">Null where the statement is left out.</param>
    private readonly record struct Row(int Line, int Place, RejectedLine? Rejected, BankStatement Statement, ToldRows? Told);
}

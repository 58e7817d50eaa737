using MyBudget.BankFiles;

namespace MyBudget.Features.Imports.ImportFile;

/// <summary>Makes entries of the ledger out of a bank's, or says why one cannot be.</summary>
internal static class StatementRows
{
    private const int PayeeLength = 200;
    private const int NoteLength = 2000;

    /// <summary>All rows, in the file's order.</summary>
    public static IReadOnlyList<DraftRow> Of(IReadOnlyList<BankStatement> statements, StatementAccounts accounts)
    {
        var rows = statements.Zip(accounts.Of).SelectMany(pair =>
        {
            var (statement, target) = pair;
            var entries = statement.Entries.Select(entry => Row(entry.Line, number => Draft(number, entry, statement, target)));
            return entries.Concat(statement.Rejected.Select(line => Row(line.Line, number => Rejected(number, line, target?.Index))));
        });
        return [.. rows.OrderBy(row => row.Line).Select((row, index) => row.Make(index + 1))];

        static (int Line, Func<int, DraftRow> Make) Row(int line, Func<int, DraftRow> make) => (line, make);
    }

    private static DraftRow Rejected(int number, RejectedLine line, int? account) =>
        new(number, line.Line) { Account = account, Reason = new RowReason(line.Code, line.Reason), Text = line.Text };

    private static DraftRow Draft(int number, BankEntry row, BankStatement statement, (int Index, AccountFacts Account)? target)
    {
        var reason = target is { } into
            ? ReasonAgainst(row, row.Currency ?? statement.Currency, into.Account)
            : new RowReason("account-left-out", "The entries of this bank account are left out.");
        return new DraftRow(number, row.Line)
        {
            Account = target?.Index,
            BankId = row.BankId,
            CategoryHint = row.CategoryHint,
            Entry = reason is null ? ToEntry(row, target!.Value.Account) : null,
            Reason = reason,
            Text = reason is null ? null : BankText.Excerpt(string.Create(CultureInfo.InvariantCulture, $"{row.Date:yyyy-MM-dd} {row.Amount} {row.Payee}")),
        };
    }

    private static RowReason? ReasonAgainst(BankEntry row, string? currency, AccountFacts account)
    {
        if (currency is not null && currency != account.Currency.Code)
            return new RowReason("currency-differs", $"The entry is in {currency}, the account in {account.Currency}.");
        if (!Money.TryFromDecimal(row.Amount, account.Currency, out var money) || !Money.IsEntryAmount(money.Minor))
            return new RowReason("bad-amount", string.Create(CultureInfo.InvariantCulture, $"{row.Amount} cannot be an amount in {account.Currency}."));
        if (money.Minor == 0) return new RowReason("zero-amount", "The entry moves no money.");
        if (!LedgerDate.IsAllowed(row.Date)) return new RowReason("bad-date", "A date lies between 1900-01-01 and 2199-12-31.");
        return Note(row)?.Length > NoteLength ? new RowReason("text-too-long", $"The texts of the entry are longer than {NoteLength} characters.") : null;
    }

    private static Entry ToEntry(BankEntry row, AccountFacts account)
    {
        Money.TryFromDecimal(row.Amount, account.Currency, out var money);
        return new Entry
        {
            AccountId = account.Id,
            Date = row.Date,
            Amount = money.Minor,
            Payee = Payee(row),
            Splits = [],
            Note = Note(row),
            Tags = [],
            Status = row.Pending == true ? EntryStatus.Pending : EntryStatus.Cleared,
        };
    }

    /// <summary>A payee that is too long is visibly cut, and stands in the note as a whole.</summary>
    private static string? Payee(BankEntry row)
    {
        if (row.Payee is not { Length: > PayeeLength } payee) return row.Payee;
        var length = char.IsHighSurrogate(payee[PayeeLength - 2]) ? PayeeLength - 2 : PayeeLength - 1;
        return string.Concat(payee.AsSpan(0, length), "…");
    }

    private static string? Note(BankEntry row)
    {
        var payee = row.Payee is { Length: > PayeeLength } ? row.Payee : null;
        if (payee is null && row.CheckNumber is null) return row.Memo;
        return string.Join('\n', new[] { payee, row.Memo, row.CheckNumber is null ? null : $"# {row.CheckNumber}" }.OfType<string>());
    }
}

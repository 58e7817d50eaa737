using MyBudget.BankFiles;

namespace MyBudget.Features.Imports.ImportFile;

/// <summary>Makes an entry of the ledger out of a bank's, or says why it cannot be one.</summary>
internal sealed class StatementEntry(LedgerFacts facts)
{
    private const int PayeeLength = 200;
    private const int NoteLength = 2000;
    private const int SplitNoteLength = 500;
    private const int MostSplits = 100;

    private readonly CategoryNames _categories = new(facts);

    private readonly ILookup<string, AccountFacts> _accounts =
        facts.Accounts.Values.Where(account => !account.Closed).ToLookup(account => account.Name, StringComparer.OrdinalIgnoreCase);

    public RowReason? ReasonAgainst(BankEntry row, string? currency, AccountFacts account)
    {
        if (currency is not null && currency != account.Currency.Code)
            return new RowReason("currency-differs", $"The entry is in {currency}, the account in {account.Currency}.");
        if (!Money.TryFromDecimal(row.Amount, account.Currency, out var money) || !Money.IsEntryAmount(money.Minor))
            return new RowReason(
                "bad-amount", string.Create(CultureInfo.InvariantCulture, $"{row.Amount} cannot be an amount in {account.Currency}."));
        if (money.Minor == 0) return new RowReason("zero-amount", "The entry moves no money.");
        if (!LedgerDate.IsAllowed(row.Date)) return new RowReason("bad-date", "A date lies between 1900-01-01 and 2199-12-31.");
        if (Note(row, TransferOf(row, account))?.Length > NoteLength)
            return new RowReason("text-too-long", $"The texts of the entry are longer than {NoteLength} characters.");
        return ReasonAgainstSplits(row, account);
    }

    public Entry Make(BankEntry row, AccountFacts account)
    {
        var amount = Minor(row.Amount, account);
        var transfer = TransferOf(row, account);
        return new Entry
        {
            AccountId = account.Id,
            Date = row.Date,
            Amount = amount,
            Payee = Payee(row),
            Splits = row.Splits.Count == 0 ? [] : [.. row.Splits.Select(split => SplitOf(split, account))],
            Transfer = transfer is null ? null : new EntryTransfer(transfer.Id, -amount),
            Note = Note(row, transfer),
            Tags = [],
            Status = row.Pending == true ? EntryStatus.Pending : EntryStatus.Cleared,
        };
    }

    private static RowReason? ReasonAgainstSplits(BankEntry row, AccountFacts account)
    {
        if (row.Splits.Count > MostSplits) return new RowReason("bad-split", $"An entry has at most {MostSplits} parts.");
        if (row.Splits.Any(split =>
            !Money.TryFromDecimal(split.Amount, account.Currency, out var part) || !Money.IsEntryAmount(part.Minor)))
            return new RowReason("bad-split", $"A part of the entry is no amount in {account.Currency}.");
        return row.Splits.Any(split => SplitNote(split, hasCategory: false, isTransfer: false)?.Length > SplitNoteLength)
            ? new RowReason("text-too-long", $"A text of a part is longer than {SplitNoteLength} characters.")
            : null;
    }

    /// <summary>The account that the file names, if money of this currency can go there; else the name is kept in the note.</summary>
    private AccountFacts? TransferOf(BankEntry row, AccountFacts account)
    {
        return row.Splits.Count > 0 ? null : Named(row.TransferAccount, account);
    }

    private AccountFacts? Named(string? name, AccountFacts account)
    {
        if (name is null) return null;
        List<AccountFacts> named = [.. _accounts[name].Where(other => other.Id != account.Id && other.Currency == account.Currency)];
        return named is [var only] ? only : null;
    }

    private EntrySplit SplitOf(BankSplit split, AccountFacts account)
    {
        var amount = Minor(split.Amount, account);
        var category = _categories.Find(split.CategoryHint, amount);
        var transfer = amount == 0 ? null : Named(split.TransferAccount, account);
        return new EntrySplit(
            amount, category, SplitNote(split, category is not null, transfer is not null),
            transfer is null ? null : new EntryTransfer(transfer.Id, -amount));
    }

    private static string? SplitNote(BankSplit split, bool hasCategory, bool isTransfer)
    {
        var category = hasCategory ? null : split.CategoryHint;
        var account = isTransfer || split.TransferAccount is null ? null : $"[{split.TransferAccount}]";
        return category is null && account is null ? split.Memo : string.Join(", ", new[] { split.Memo, category, account }.OfType<string>());
    }

    private static long Minor(decimal amount, AccountFacts account)
    {
        Money.TryFromDecimal(amount, account.Currency, out var money);
        return money.Minor;
    }

    /// <summary>A payee that is too long is visibly cut, and stands in the note as a whole.</summary>
    private static string? Payee(BankEntry row)
    {
        if (row.Payee is not { Length: > PayeeLength } payee) return row.Payee;
        var length = char.IsHighSurrogate(payee[PayeeLength - 2]) ? PayeeLength - 2 : PayeeLength - 1;
        return string.Concat(payee.AsSpan(0, length), "…");
    }

    private static string? Note(BankEntry row, AccountFacts? transfer)
    {
        var payee = row.Payee is { Length: > PayeeLength } ? row.Payee : null;
        var other = row.TransferAccount is null || transfer is not null ? null : $"[{row.TransferAccount}]";
        if (payee is null && row.CheckNumber is null && other is null) return row.Memo;
        return string.Join(
            '\n', new[] { payee, row.Memo, other, row.CheckNumber is null ? null : $"# {row.CheckNumber}" }.OfType<string>());
    }
}

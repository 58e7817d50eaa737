using MyBudget.BankFiles;

namespace MyBudget.Features.Imports.ImportFile;

/// <summary>A row of the file on its way: what it says, what it was matched with, and what is to become of it.</summary>
internal sealed class DraftRow(int number, int line)
{
    private readonly ToldRows? _rows;
    private readonly int _place;

    // Of a large file nearly all rows need none of it.
    private Rare? _rare;

    /// <summary>Counts the rows of the file from 1.</summary>
    public int Number { get; } = number;

    public int Line { get; } = line;

    /// <summary>Index into the accounts in use; null for a statement that is left out.</summary>
    public int? Account { get; init; }

    /// <summary>Where its entry stands; null where nothing can be recorded, for a reason.</summary>
    public (ToldRows Rows, int Place)? Told
    {
        init => (_rows, _place) = value ?? default;
    }

    public bool HasEntry => _rows is not null;

    /// <summary>The entry, made anew each time.</summary>
    public Entry? Entry => _rows is null ? null
        : (_rare?.Entry ?? _rows.EntryOf(_place)) is var entry && CategoryId is { } category ? entry with { CategoryId = category } : entry;

    public Guid AccountId => _rows!.Target.Account.Id;

    public DateOnly Date { get; init; }

    /// <summary>Signed minor units.</summary>
    public long Amount { get; init; }

    public string? Payee => Entry!.Payee;

    /// <summary>The account of the ledger that the file says the money goes to, or comes from.</summary>
    public Guid? TransferAccountId => Entry!.Transfer?.AccountId;

    public string? BankId => Said?.BankId;

    public string? CategoryHint => Said?.CategoryHint;

    /// <summary>The category it is given.</summary>
    public Guid? CategoryId { get; set; }

    /// <summary>Why it is not imported, other than as a duplicate.</summary>
    public RowReason? Reason { get; set; }

    public string? Text { get => _rare?.Text; init => Rarely.Text = value; }

    public RowMatch? Match { get; set; }

    /// <summary>The user wants it although it looks like a duplicate.</summary>
    public bool IsForced { get => _rare?.IsForced is true; set => Rarely.IsForced = value; }

    /// <summary>The row of this file that has the same bank id.</summary>
    public DraftRow? Repeats { get => _rare?.Repeats; set => Rarely.Repeats = value; }

    /// <summary>What it would be matched with, were that surer; no other row is.</summary>
    public RowMatch? Doubtful { get => _rare?.Doubtful; set => Rarely.Doubtful = value; }

    /// <summary>That entry's amount; a pending one may be booked with another.</summary>
    public long? DoubtfulAmount { get => _rare?.DoubtfulAmount; set => Rarely.DoubtfulAmount = value; }

    /// <summary>The entry that its transfer's other side is already.</summary>
    public Guid? OtherSide { get => _rare?.OtherSide; set => Rarely.OtherSide = value; }

    public Guid? TransactionId { get; set; }

    /// <summary>What the bank corrects with it; then it is no entry of its own.</summary>
    public RowCorrection? Correction { get => _rare?.Correction; init => Rarely.Correction = value; }

    /// <summary>The user may have it corrected although it was edited.</summary>
    public bool MayForceCorrection { get => _rare?.MayForceCorrection is true; init => Rarely.MayForceCorrection = value; }

    public bool IsImported => HasEntry && Correction is null && Reason is null && (Match is null || IsForced);

    private BankEntry? Said => _rows?[_place];

    private Rare Rarely => _rare ??= new Rare();

    private RowStatus Status => Reason is not null ? RowStatus.Rejected
        : IsImported ? RowStatus.Imported
        : Match is null && Correction is not null ? RowStatus.Corrected : RowStatus.Duplicate;

    /// <summary>Another row of the file has told more of it.</summary>
    public void Replace(Entry entry) => Rarely.Entry = entry;

    public ImportedRow ToRow()
    {
        var (entry, status) = (Entry, Status);
        var met = status is RowStatus.Duplicate or RowStatus.Corrected;
        return new ImportedRow(
            Line, status, Account, TransactionId, entry?.Date, entry?.Amount, entry?.Payee, IsImported ? CategoryId : null, Reason, Text,
            Repeats is null ? Match : Match! with { TransactionId = Repeats.TransactionId ?? Repeats.Match?.TransactionId },
            met ? BankId : null, met && entry?.Status is EntryStatus.Pending, IsImported ? Doubtful?.TransactionId : null, Correction,
            IsImported ? OtherSide : null);
    }

    private sealed class Rare
    {
        public Entry? Entry { get; set; }
        public string? Text { get; set; }
        public bool IsForced { get; set; }
        public DraftRow? Repeats { get; set; }
        public RowMatch? Doubtful { get; set; }
        public long? DoubtfulAmount { get; set; }
        public Guid? OtherSide { get; set; }
        public RowCorrection? Correction { get; set; }
        public bool MayForceCorrection { get; set; }
    }
}

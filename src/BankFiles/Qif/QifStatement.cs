namespace MyBudget.BankFiles.Qif;

/// <summary>The records of one account.</summary>
internal sealed class QifStatement(string? account, string? kind, bool isInvestment)
{
    private readonly Queue<QifRecord> _records = new();
    private readonly List<RejectedLine> _rejected = [];

    public bool IsInvestment => isInvestment;

    public IReadOnlyCollection<QifRecord> Records => _records;

    public void Add(QifRecord record) => _records.Enqueue(record);

    /// <summary>Without its end an amount may lack digits.</summary>
    public void Cut(QifRecord record) => _rejected.Add(record.Reject("truncated", "The file ends within this entry."));

    /// <summary>How the signs of the amounts are meant.</summary>
    public CardSigns.Decision Signs { get; private set; }

    public void FindSigns(StatementAmounts amounts, BankFileOptions options, bool? settled)
    {
        var card = new CardSigns(options.IsDebt || kind is "creditCard");
        var name = Name();
        foreach (var record in _records.Where(record => !IsBalance(record, name))) record.Witness(amounts, card);
        Signs = card.Decide(options.Csv?.Negate, settled);
    }

    public BankStatement ToStatement(QifDates dates, StatementAmounts amounts)
    {
        var name = Name();
        var marksCleared = _records.Any(record => record.IsCleared);
        var entries = new BankEntries();
        // One is let go when the other is made: a large file has not the memory for all of both.
        while (_records.TryDequeue(out var record))
        {
            if (isInvestment)
                _rejected.Add(record.Reject("investment-entry", "Purchases, sales and transfers of securities are not imported."));
            else if (IsBalance(record, name))
                _rejected.Add(record.Reject("balance-row", "The row tells a balance, and moves no money."));
            else if (record.Read(dates, amounts, Signs, out var entry) is { } rejected)
                _rejected.Add(rejected);
            else
                entries.Add(marksCleared ? entry! with { Pending = !record.IsCleared } : entry!);
        }

        return new BankStatement(name, kind, Currency: null, entries, _rejected, Balance: null) { Signs = Signs.Signs };
    }

    private static bool IsBalance(QifRecord record, string? name) =>
        name is not null && string.Equals(QifCategory.Of(record.Category).Transfer, name, StringComparison.OrdinalIgnoreCase);

    private string? Name() => account ?? Opening()?.Transfer;

    /// <summary>Where no list of accounts tells it, the opening balance names the account as where it comes from.</summary>
    private (string? Category, string? Transfer)? Opening() =>
        _records.TryPeek(out var first) && first.Payee is { } payee && payee.StartsWith("Opening Balance", StringComparison.OrdinalIgnoreCase)
            ? QifCategory.Of(first.Category)
            : null;
}

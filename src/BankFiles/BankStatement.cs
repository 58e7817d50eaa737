namespace MyBudget.BankFiles;

/// <summary>
/// The entries of one bank account, of which a file may hold several. The account's number is as the bank writes it; its
/// kind is checking, savings, moneyMarket, creditLine, certificate, creditCard or investment; the currency, an upper-case
/// ISO 4217 code, is that of every entry that names none.
/// </summary>
internal sealed record BankStatement(
    string? BankAccount, string? AccountKind, string? Currency, IReadOnlyList<BankEntry> Entries, IReadOnlyList<RejectedLine> Rejected,
    StatementBalance? Balance)
{
    /// <summary>Where the file names it; a number alone is unique within a bank only, and sometimes within a kind of account.</summary>
    public string? Bank { get; init; }

    /// <summary>Whether the file's own balances agree with its entries.</summary>
    public BalanceCheck BalanceCheck { get; init; }

    /// <summary>How money out was told from money in, where the format leaves it to the file.</summary>
    public CsvSigns? Signs { get; init; }

    /// <summary>The first lines whose balance does not follow from the one before.</summary>
    public IReadOnlyList<int> Contradictions { get; init; } = [];
}

/// <summary>The account's booked balance as the file tells it.</summary>
internal sealed record StatementBalance(decimal Amount, DateOnly? Date);

/// <summary>A line that gave no entry. The code is stable, the reason is English, the text is an excerpt of the line.</summary>
internal sealed record RejectedLine(int Line, string Code, string Reason, string? Text)
{
    /// <summary>The entry that the line takes back, which an earlier file may have told of, too.</summary>
    public BankCorrection? Corrects { get; init; }
}

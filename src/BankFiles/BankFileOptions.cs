using MyBudget.BankFiles.Csv;

namespace MyBudget.BankFiles;

internal sealed record BankFileOptions
{
    public static BankFileOptions Default { get; } = new();

    /// <summary>Entries, rejected lines and, where they are told apart, statements; a file with more is refused whole.</summary>
    public int MaxRows { get; init; } = 50_000;

    public CsvMapping? Csv { get; init; }

    /// <summary>What earlier files of the account settled, the latest first.</summary>
    public IReadOnlyList<SettledLayout> Settled { get; init; } = [];

    /// <summary>Of these, the one that this file is read by.</summary>
    public CsvHints? Hints { get; init; }

    /// <summary>The account's currency, an upper-case ISO 4217 code, where all entries go into one account.</summary>
    public string? Currency { get; init; }

    /// <summary>How many decimals that currency has.</summary>
    public int? CurrencyDigits { get; init; }

    /// <summary>The account is a card or a loan, whose statements may count what is owed.</summary>
    public bool IsDebt { get; init; }
}

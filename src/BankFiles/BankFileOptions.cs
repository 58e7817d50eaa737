namespace MyBudget.BankFiles;

internal sealed record BankFileOptions
{
    public static BankFileOptions Default { get; } = new();

    /// <summary>Entries, rejected lines and, where they are told apart, statements; a file with more is refused whole.</summary>
    public int MaxRows { get; init; } = 50_000;

    public CsvMapping? Csv { get; init; }
}

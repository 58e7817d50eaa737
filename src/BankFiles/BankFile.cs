namespace MyBudget.BankFiles;

/// <summary>
/// What a bank's file says, whatever its format. The layout tells how a CSV file was read, so that a client can show it and
/// send a corrected one; it is null for other formats.
/// </summary>
internal sealed record BankFile(BankFileFormat Format, IReadOnlyList<BankStatement> Statements, CsvLayout? Layout = null)
{
    /// <summary>How money out was told from money in; of several accounts what most wants a look.</summary>
    public CsvSigns? Signs => Layout?.Signs ?? Statements.Max(statement => statement.Signs);

    /// <summary>What it settles for the next files of the account; null where that is nothing.</summary>
    public SettledLayout? Settles { get; init; } = Layout?.Settles;

    /// <summary>What earlier files settled, where it was needed or is contradicted.</summary>
    public SettledUse? Settled { get; init; } = Layout?.Settled;
}

namespace MyBudget.BankFiles;

/// <summary>
/// What a bank's file says, whatever its format. The layout tells how a CSV file was read, so that a client can show it and
/// send a corrected one; it is null for other formats.
/// </summary>
internal sealed record BankFile(BankFileFormat Format, IReadOnlyList<BankStatement> Statements, CsvLayout? Layout = null);

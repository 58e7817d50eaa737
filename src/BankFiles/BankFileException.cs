namespace MyBudget.BankFiles;

/// <summary>The file cannot be read at all. The code is stable, the message is English and fit for a user.</summary>
internal sealed class BankFileException(string code, string message, IReadOnlyList<string>? candidates = null, Exception? inner = null)
    : Exception(message, inner)
{
    public string Code { get; } = code;

    /// <summary>What there is to choose from: the two date formats, the columns of the file, and so on.</summary>
    public IReadOnlyList<string> Candidates { get; } = candidates ?? [];

    /// <summary>What the message names, for its translations.</summary>
    public string? Detail { get; init; }
}

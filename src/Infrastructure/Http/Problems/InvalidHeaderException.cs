namespace MyBudget.Infrastructure.Http.Problems;

/// <summary>A header that cannot be read; answered as 400 that names it.</summary>
/// <param name="header">Its name.</param>
/// <param name="code">The stable name of what is wrong.</param>
/// <param name="message">What it has to be, in English.</param>
public sealed class InvalidHeaderException(string header, string code, string message) : Exception(message)
{
    public string Header { get; } = header;

    public string Code { get; } = code;
}

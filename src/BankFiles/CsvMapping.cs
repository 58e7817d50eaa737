namespace MyBudget.BankFiles;

/// <summary>What the client knows about a CSV file. Whatever is given wins over detection.</summary>
/// <remarks>A column is a header's text or a 0-based index.</remarks>
internal sealed record CsvMapping
{
    public string? Delimiter { get; init; }
    public string? Encoding { get; init; }

    /// <summary>Such as <c>dd.MM.yyyy</c>, <c>M/d/yy</c>, <c>yyyyMMdd</c> or <c>d MMM yyyy</c>.</summary>
    public string? DateFormat { get; init; }

    public char? DecimalSeparator { get; init; }
    public bool? HasHeader { get; init; }

    /// <summary>Physical lines before the header, or before the first row where there is no header.</summary>
    public int? SkipLines { get; init; }

    /// <summary>Of a workbook, the name of the sheet to read.</summary>
    public string? Sheet { get; init; }

    public string? Date { get; init; }
    public string? Amount { get; init; }
    public string? Debit { get; init; }
    public string? Credit { get; init; }

    /// <summary>A column that tells debit from credit for an unsigned amount.</summary>
    public string? Indicator { get; init; }

    public string? Payee { get; init; }
    public string? Memo { get; init; }
    public string? BankId { get; init; }
    public string? CheckNumber { get; init; }
    public string? Currency { get; init; }
    public string? Category { get; init; }
    public string? Balance { get; init; }
    public string? Account { get; init; }
    public string? Status { get; init; }

    /// <summary>Turns every sign, for cards that write what was spent as a positive amount.</summary>
    public bool Negate { get; init; }
}

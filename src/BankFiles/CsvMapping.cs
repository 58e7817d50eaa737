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

    /// <summary>Another date, which stands in where the first is blank.</summary>
    public string? ValueDate { get; init; }

    public string? Amount { get; init; }
    public string? Debit { get; init; }
    public string? Credit { get; init; }

    /// <summary>A column that tells debit from credit for an unsigned amount.</summary>
    public string? Indicator { get; init; }

    /// <summary>The words of the indicator that mean money out; every other is money in, unless <c>indicatorIn</c> is given too.</summary>
    public IReadOnlyList<string>? IndicatorOut { get; init; }

    /// <summary>The words of the indicator that mean money in; every other is money out, unless <c>indicatorOut</c> is given too.</summary>
    public IReadOnlyList<string>? IndicatorIn { get; init; }

    /// <summary>A column of what the bank took besides the amount, or <c>none</c> where the amount has it already.</summary>
    public string? Fee { get; init; }

    public string? Payee { get; init; }

    /// <summary>Who sent the money, where the payee's column names who received it.</summary>
    public string? Payer { get; init; }

    public string? Memo { get; init; }
    public string? BankId { get; init; }
    public string? CheckNumber { get; init; }
    public string? Currency { get; init; }
    public string? Category { get; init; }
    public string? Balance { get; init; }

    /// <summary>A column of the owner's account, or <c>none</c> where the accounts that the file names are those of others.</summary>
    public string? Account { get; init; }

    public string? Status { get; init; }

    /// <summary>
    /// True turns every sign, for cards that write what was spent as a positive amount; false says that the signs are right as
    /// they are written.
    /// </summary>
    public bool? Negate { get; init; }

    /// <summary>What the account held before the first entry, where the signs follow from a running balance.</summary>
    public decimal? OpeningBalance { get; init; }
}

namespace MyBudget.BankFiles.Csv;

/// <summary>Where the amounts of a table stand and how their signs are told.</summary>
internal sealed record CsvAmountSource
{
    public int? Amount { get; init; }
    public int? Debit { get; init; }
    public int? Credit { get; init; }
    public int? Balance { get; init; }
    public int? Indicator { get; init; }
    public int? Fee { get; init; }

    /// <summary>-1 where the fee is taken from the amount, 1 where it is written as a negative amount.</summary>
    public int FeeFactor { get; init; } = -1;

    /// <summary>The user chose the amounts beside others that could be a part of what was moved, and so decided about these.</summary>
    public bool IsWhole { get; init; }

    /// <summary>What the user says in <c>negate</c> is of the column for money out, which has both signs, and turns no other.</summary>
    public bool IsNegateOfDebit { get; init; }

    /// <summary>The user chose the amounts, whose signs count, beside words that would turn them.</summary>
    public bool IsAsWritten { get; init; }

    public CsvDirections? Directions { get; init; }

    /// <summary>How a debit and a credit are written: a factor that makes them money out and money in.</summary>
    public int DebitFactor { get; init; } = -1;
    public int CreditFactor { get; init; } = 1;

    /// <summary>How a debit and a credit are mostly written, beside words or in columns that tell them; null where it is not shown.</summary>
    public bool? OutNegative { get; init; }
    public bool? InNegative { get; init; }

    /// <summary>Each row's direction as the running balance shows it; null where something else tells it.</summary>
    public CsvDirection[]? ByBalance { get; init; }

    public bool Negate { get; init; }
    public CsvSigns Signs { get; init; }

    public IEnumerable<int> Columns => new[] { Amount, Debit, Credit, Balance, Indicator, Fee }.OfType<int>();

    /// <summary>What the row says of the direction: a word of its own column, or the mark at its amount.</summary>
    public string WordOf(CsvRecord row) =>
        Indicator == Amount ? CsvMarkedAmounts.MarkOf(row[Amount]) : CsvDirections.Key(row[Indicator]);

    public decimal Signed(decimal amount) => Negate ? -amount : amount;
}

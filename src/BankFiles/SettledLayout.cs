namespace MyBudget.BankFiles;

/// <summary>
/// What earlier files with the same columns settled, by their evidence or by what the user said: where a later file proves nothing itself,
/// it is read so. What is null was not settled.
/// </summary>
/// <param name="Id">Whatever the caller knows it by.</param>
/// <param name="Shape">Tells that the columns are the same.</param>
internal sealed record SettledLayout(Guid Id, string Shape)
{
    public string Delimiter { get; init; } = ",";

    /// <summary>Null where the file told it, or it was guessed.</summary>
    public string? Encoding { get; init; }

    public string? Sheet { get; init; }
    public bool HasHeader { get; init; }
    public IReadOnlyList<string> Headers { get; init; } = [];
    public string? DateFormat { get; init; }
    public char? DecimalSeparator { get; init; }

    /// <summary>True where signs are to be turned, false where they are right as they are written.</summary>
    public bool? Negate { get; init; }

    /// <summary>Words for money out; an empty one is a blank cell.</summary>
    public IReadOnlyList<string> IndicatorOut { get; init; } = [];

    public IReadOnlyList<string> IndicatorIn { get; init; } = [];

    /// <summary>Amounts beside words, or in a column, for money out are mostly written with a minus; null where no file showed it.</summary>
    public bool? OutNegative { get; init; }

    /// <summary>Likewise for money in.</summary>
    public bool? InNegative { get; init; }

    /// <summary>The amounts have the fees already.</summary>
    public bool NoFee { get; init; }

    /// <summary>The accounts that a column names are those of others.</summary>
    public bool NoAccount { get; init; }

    /// <summary>0-based columns by what they mean, in the words of <see cref="CsvMapping"/>.</summary>
    public IReadOnlyDictionary<string, int> Columns { get; init; } = new Dictionary<string, int>();
}

/// <summary>What an earlier file settled, and what became of it in this one.</summary>
/// <param name="Used">What was read by it, in the words of <see cref="CsvMapping"/>.</param>
/// <param name="Differs">What this file itself proves otherwise, so that it was not followed.</param>
internal sealed record SettledUse(SettledLayout By, IReadOnlyList<string> Used, IReadOnlyList<string> Differs);

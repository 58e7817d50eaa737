namespace MyBudget.BankFiles;

/// <summary>
/// Reads amounts whose decimal separator the format leaves to each of them, by what they prove together: where others have a
/// decimal point, the comma before three digits groups them.
/// </summary>
internal sealed class StatementAmounts
{
    private readonly char? _given;
    private bool _hasPoint, _hasComma;
    private string? _doubtfulPoint, _doubtfulComma;

    private readonly bool _mayGroup;

    /// <param name="given">What the user says; it wins.</param>
    /// <param name="mayGroup">The format allows points and commas between thousands, so that neither of them alone is plain.</param>
    public StatementAmounts(char? given, bool mayGroup)
    {
        _mayGroup = mayGroup;
        if (given is not (null or '.' or ','))
            throw new BankFileException("bad-mapping", "The decimal separator is a point or a comma.", [".", ","]);
        _given = given;
    }

    /// <summary>To be called for all of them before the first is read.</summary>
    public void Witness(string? amount)
    {
        if (string.IsNullOrEmpty(amount)) return;
        var proven = BankAmount.ProvenSeparator(amount, out var isDoubtful);
        _hasPoint |= proven == '.';
        _hasComma |= proven == ',';
        if (!isDoubtful) return;
        if (amount.Contains(',', StringComparison.Ordinal)) _doubtfulComma ??= amount;
        else _doubtfulPoint ??= amount;
    }

    /// <summary>
    /// Where nothing is grouped, a point alone is the decimal one; a comma before three digits may be either in any case.
    /// </summary>
    public void EnsurePlain()
    {
        if (_given is not null || _hasPoint != _hasComma) return;
        if ((_doubtfulComma ?? (_hasPoint || _mayGroup ? _doubtfulPoint : null)) is not { } doubtful) return;
        throw new BankFileException(
            "ambiguous-amounts", $"'{BankText.Excerpt(doubtful)}' may be thousands or thousandths. Say which the decimal separator is.",
            [".", ","]);
    }

    public bool TryParse(string text, out decimal amount) => BankAmount.TryParse(text, SeparatorFor(text), out amount);

    private char SeparatorFor(string text)
    {
        if (_given is { } given) return given;
        var proven = BankAmount.ProvenSeparator(text, out var isDoubtful);
        if (proven is { } separator) return separator;
        return isDoubtful && _hasComma && !_hasPoint ? ',' : '.';
    }
}

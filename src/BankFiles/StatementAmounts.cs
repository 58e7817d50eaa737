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
    private readonly char? _settled;

    /// <param name="given">What the user says; it wins.</param>
    /// <param name="mayGroup">The format allows points and commas between thousands, so that neither of them alone is plain.</param>
    /// <param name="settled">What earlier files settled, where these amounts do not tell.</param>
    public StatementAmounts(char? given, bool mayGroup, char? settled = null)
    {
        (_mayGroup, _settled) = (mayGroup, settled);
        if (given is not (null or '.' or ','))
            throw new BankFileException("bad-mapping", "The decimal separator is a point or a comma.", [".", ","]);
        _given = given;
    }

    /// <summary>What earlier files settled was needed.</summary>
    public bool IsSettled { get; private set; }

    /// <summary>The separator that the user says, or that these amounts prove; null where they show none, or both.</summary>
    public char? Evident => _given ?? (_hasPoint == _hasComma ? null : _hasPoint ? '.' : ',');

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
        IsSettled = _settled is not null;
        if (IsSettled) return;
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
        if (IsSettled) return _settled!.Value;
        return isDoubtful && _hasComma && !_hasPoint ? ',' : '.';
    }
}

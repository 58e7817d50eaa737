namespace MyBudget.BankFiles.Ofx;

/// <summary>
/// How the amounts of a file are meant, by all of them together: the decimal separator, and whether the sign tells the direction. The
/// standard has it so (OFX 2.2 specification, section 11.4.4.1); banks that write no sign at all tell the direction by the type.
/// </summary>
internal sealed class OfxAmounts(char? separator)
{
    private readonly StatementAmounts _amounts = new(separator, mayGroup: false);
    private bool _hasSigns, _hasOutType;

    private bool ByType => _hasOutType && !_hasSigns;

    public void Witness(string? amount, string? type)
    {
        _amounts.Witness(amount);
        _hasSigns |= amount.AsSpan().IndexOfAny("-+(\u2212") >= 0;
        _hasOutType |= OfxTypes.IsOut(type);
    }

    /// <summary>A balance, which proves the separator but no direction.</summary>
    public void Witness(string? balance) => _amounts.Witness(balance);

    public bool TryParse(string balance, out decimal amount) => _amounts.TryParse(balance, out amount);

    public void EnsurePlain() => _amounts.EnsurePlain();

    /// <summary>Answers false where it is no amount; without direction where nothing tells it.</summary>
    public bool TryParse(string text, string? type, out decimal amount, out bool hasDirection)
    {
        hasDirection = true;
        if (!_amounts.TryParse(text, out amount)) return false;
        if (!ByType) return true;
        if (OfxTypes.IsOut(type) || OfxTypes.IsPurchase(type)) amount = -amount;
        else hasDirection = OfxTypes.IsIn(type);
        return true;
    }
}

/// <summary>Which way money goes, by <c>TRNTYPE</c>; interest, transfers and the like go either way.</summary>
internal static class OfxTypes
{
    public static bool IsOut(string? type) => type?.ToUpperInvariant() is
        "DEBIT" or "CHECK" or "PAYMENT" or "CASH" or "DIRECTDEBIT" or "REPEATPMT" or "SRVCHG" or "FEE";

    /// <summary>By the standard these depend on the sign; where a bank writes none, what comes back is a credit.</summary>
    public static bool IsPurchase(string? type) => type?.ToUpperInvariant() is "POS" or "ATM";

    public static bool IsIn(string? type) => type?.ToUpperInvariant() is "CREDIT" or "DEP" or "DIRECTDEP" or "DIV";
}

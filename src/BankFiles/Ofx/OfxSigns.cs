namespace MyBudget.BankFiles.Ofx;

/// <summary>
/// How the signs of a statement are meant, by all of its entries together. The standard has it that the sign tells the direction (OFX
/// 2.2 specification, section 11.4.4.1); banks that write no minus at all tell it by the type. Where signs and types contradict each
/// other, it is asked: the one balance of a statement proves neither.
/// </summary>
/// <param name="isDebt">Its account is one whose banks may write what is spent as positive amounts.</param>
internal sealed class OfxSigns(CsvMapping? mapping, bool isCard, bool isDebt)
{
    private readonly CardSigns _card = new(isDebt);
    private CardSigns.Decision _decision;
    private bool _byType, _hasOutType;
    private int _outPositive, _outNegative, _inPositive, _inNegative;

    public bool HasMinus { get; private set; }

    /// <summary>Of a card, where nothing but the signs told the direction.</summary>
    public CsvSigns? Told => _decision.Signs;

    /// <summary>No amount has a minus, and types tell that some of them are money out.</summary>
    public bool NeedsTypes => _hasOutType && !HasMinus;

    private bool IsSaid => mapping?.Negate is not null || HasWords;

    private bool HasWords => mapping?.IndicatorOut is not null || mapping?.IndicatorIn is not null;

    /// <summary>To be called for all entries before the first is turned.</summary>
    public void Witness(decimal amount, string? type, params ReadOnlySpan<string?> texts)
    {
        _card.Witness(amount, texts);
        HasMinus |= amount < 0;
        _hasOutType |= IsOut(type);
        if (amount == 0) return;
        if (OfxTypes.IsPlainOut(type)) Count(amount, ref _outPositive, ref _outNegative);
        else if (OfxTypes.IsPlainIn(type, isCard)) Count(amount, ref _inPositive, ref _inNegative);
    }

    public void GoByType() => _byType = !IsSaid;

    /// <summary>Types that leave no doubt tell of a card, too, that signs are right; else its texts tell, or it is shown.</summary>
    /// <exception cref="BankFileException">Types contradict signs, or texts do where there is nothing else.</exception>
    public void Ensure()
    {
        EnsureTypes();
        var isTold = _outPositive + _outNegative + _inPositive + _inNegative > 0;
        if (mapping?.Negate is not null || !(_byType || HasWords || isTold)) _decision = _card.Decide(mapping?.Negate, settled: null);
    }

    private void EnsureTypes()
    {
        if (IsSaid || _byType || !HasMinus) return;
        // One among many is what was taken back.
        var isOutOther = _outPositive > 0 && _outPositive >= _outNegative;
        var isInOther = _inNegative > 0 && _inNegative >= _inPositive && _outNegative <= _outPositive;
        if (!isOutOther && !isInOther) return;
        throw new BankFileException(
            "direction-needed",
            "Types such as DEBIT and CREDIT contradict the signs of the amounts. Say `negate`: false where the signs are right, true where "
            + "they are to be turned; or `indicatorOut`: the types that are money out, where the types tell it.",
            ["false", "true"]);
    }

    /// <summary>Answers false where nothing tells the direction.</summary>
    public bool TryTurn(ref decimal amount, string? type)
    {
        if (HasWords) return TryTurnByWords(ref amount, type);
        amount = _decision.Of(amount);
        if (!_byType) return true;
        var isOut = IsOut(type) || OfxTypes.IsPurchase(type);
        if (isOut) amount = -amount;
        return isOut || OfxTypes.IsIn(type) || (isCard && OfxTypes.IsPayment(type));
    }

    private bool TryTurnByWords(ref decimal amount, string? type)
    {
        var (isOut, isIn) = (Has(mapping!.IndicatorOut, type), Has(mapping.IndicatorIn, type));
        if (mapping.IndicatorIn is null) isIn = !isOut;
        if (mapping.IndicatorOut is null) isOut = !isIn;
        if (isOut) amount = -amount;
        return isOut || isIn;
    }

    private bool IsOut(string? type) => OfxTypes.IsOut(type) && !(isCard && OfxTypes.IsPayment(type));

    private static bool Has(IReadOnlyList<string>? types, string? type) =>
        types is not null && types.Any(word => string.Equals(word?.Trim(), type?.Trim(), StringComparison.OrdinalIgnoreCase));

    private static void Count(decimal amount, ref int positive, ref int negative)
    {
        if (amount > 0) positive++;
        else negative++;
    }
}

/// <summary>Which way money goes, by <c>TRNTYPE</c>; interest, transfers and the like go either way.</summary>
internal static class OfxTypes
{
    public static bool IsOut(string? type) => type?.ToUpperInvariant() is
        "DEBIT" or "CHECK" or "PAYMENT" or "CASH" or "DIRECTDEBIT" or "REPEATPMT" or "SRVCHG" or "FEE";

    /// <summary>By the standard these depend on the sign; where a bank writes none, what comes back is a credit.</summary>
    public static bool IsPurchase(string? type) => type?.ToUpperInvariant() is "POS" or "ATM";

    /// <summary>Of these the standard leaves no doubt; payments, cash and purchases banks write either way.</summary>
    public static bool IsPlainOut(string? type) => type?.ToUpperInvariant() is "DEBIT" or "CHECK" or "DIRECTDEBIT" or "SRVCHG" or "FEE";

    public static bool IsPlainIn(string? type, bool isCard) =>
        type?.ToUpperInvariant() is "CREDIT" or "DEP" or "DIRECTDEP" || (isCard && IsPayment(type));

    /// <summary>To a card it is money in.</summary>
    public static bool IsPayment(string? type) => type?.ToUpperInvariant() is "PAYMENT";

    public static bool IsIn(string? type) => type?.ToUpperInvariant() is "CREDIT" or "DEP" or "DIRECTDEP" or "DIV";
}

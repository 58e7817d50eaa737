using MyBudget.BankFiles.Csv;

namespace MyBudget.BankFiles;

/// <summary>
/// How a card's signs are meant in a format without columns, as for a table of a card's: many write what was spent as positive amounts, and
/// the texts of the others then speak of payments.
/// </summary>
internal sealed class CardSigns(bool isCard)
{
    private int _money, _spent, _paid, _credited;

    /// <summary>Whether signs are to be turned, and how that was told; of accounts that are no cards nothing is told.</summary>
    public readonly record struct Decision(bool Turns, CsvSigns? Signs, bool IsSettled = false)
    {
        public decimal Of(decimal amount) => Turns ? -amount : amount;
    }

    private bool IsMinusMoneyIn => _spent > 0 && _paid * 10 >= _spent * 9 && _credited * 10 <= _money;

    private bool IsPlusMoneyIn => _money > 0 && _credited * 10 >= _money * 9 && _paid * 10 <= _spent;

    /// <summary>To be called for all entries first.</summary>
    public void Witness(decimal amount, params ReadOnlySpan<string?> texts)
    {
        if (amount == 0) return;
        var speaks = isCard && Speak(texts);
        if (amount > 0)
        {
            _money++;
            if (speaks) _credited++;
        }
        else
        {
            _spent++;
            if (speaks) _paid++;
        }
    }

    /// <param name="said">What the user says; it wins.</param>
    /// <param name="settled">What earlier files settled, for what this one does not tell.</param>
    /// <exception cref="BankFileException">The file tells nothing, or the opposite of what was settled.</exception>
    public Decision Decide(bool? said, bool? settled)
    {
        if (said is { } negate) return new Decision(negate, isCard ? CsvSigns.Written : null);
        if (_money + _spent == 0) return default;
        if (isCard && IsMinusMoneyIn && _money > 0) return new Decision(true, CsvSigns.Turned);
        if (settled is { } before) return BySettled(before);
        if (!isCard) return default;
        if (IsMinusMoneyIn) throw OnlyPaid();
        if (_spent == 0) return new Decision(false, CsvSigns.AllIn);
        if (_money == 0) return new Decision(false, CsvSigns.AllOut);
        return new Decision(false, _money < _spent || IsPlusMoneyIn ? CsvSigns.Written : CsvSigns.MostlyIn);
    }

    private Decision BySettled(bool negate)
    {
        if (!negate || _spent <= _money || IsMinusMoneyIn) return new Decision(negate, isCard ? CsvSigns.Written : null, IsSettled: true);
        throw Unclear(
            "In earlier files of the account the signs were to be turned, but here most amounts have a minus. Say `negate`: true to turn "
            + "them, false if they are right.");
    }

    /// <summary>A card that writes what is spent as positive amounts, or one that was not paid but paid with.</summary>
    private static BankFileException OnlyPaid() => Unclear(
        "All amounts have a minus, and their texts speak of payments to the card. Say `negate`: true where they are money in, false where "
        + "they are money out.");

    private static BankFileException Unclear(string message) => new("direction-needed", message, ["true", "false"]);

    private static bool Speak(ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (text is not null && CsvCardTexts.SpeaksOfPayment(text)) return true;
        }

        return false;
    }
}

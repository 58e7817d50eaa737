namespace MyBudget.BankFiles.Mt940;

/// <summary>Such as <c>C260131EUR1234,56</c>: credit or debit, day, currency, amount.</summary>
internal sealed record Mt940Balance(decimal Amount, DateOnly? Date, string Currency)
{
    private const int AmountStart = 10;

    public static Mt940Balance? Read(string text)
    {
        if (text.Length <= AmountStart || text[0] is not ('C' or 'D')) return null;
        if (BankText.Currency(text.AsSpan(7, 3)) is not { } currency
            || !Mt940Line.TryAmount(text.AsSpan(AmountStart).Trim(), out var amount))
            return null;
        DateOnly? day = Mt940Line.TryDay(text.AsSpan(1, 6), out var date) ? date : null;
        return new Mt940Balance(text[0] == 'D' ? -amount : amount, day, currency);
    }
}

using System.Collections.Frozen;

namespace MyBudget.BankFiles.Csv;

/// <summary>What the lines above the table and the header's own texts tell about the account.</summary>
internal static class CsvPreamble
{
    private const int ShortestIban = 15;
    private const int LongestIban = 34;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Currencies = new[]
    {
        "EUR", "USD", "GBP", "CHF", "RUB", "RUR", "PLN", "CZK", "HUF", "RON", "BGN", "SEK", "NOK", "DKK", "ISK", "TRY", "UAH", "KZT",
        "BYN", "GEL",
        "AMD", "RSD", "CAD", "AUD", "NZD", "JPY", "CNY", "INR", "SGD", "HKD", "ZAR", "BRL", "MXN", "ILS", "AED", "KRW", "THB", "AZN",
        "MDL", "BAM",
        "MKD", "ALL", "EGP", "SAR", "KWD", "BHD", "OMR", "JOD", "TND", "QAR", "PKR", "LKR", "IDR", "MYR", "PHP", "VND", "TWD", "CLP",
        "COP", "PEN",
        "ARS", "UYU", "NGN", "KES", "GHS", "MAD", "UZS", "KGS", "TJS", "BDT", "NPR",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsCurrency(ReadOnlySpan<char> word) => word.Length == 3 && Currencies.Contains(word);

    /// <summary>The first valid IBAN (ISO 13616) among the cells of some lines.</summary>
    public static string? Iban(ReadOnlySpan<CsvRecord> lines)
    {
        foreach (var record in lines)
        {
            foreach (var field in record.Fields)
            {
                var text = field.Length > 2 * LongestIban ? "" : field[(field.LastIndexOf(':') + 1)..];
                var candidate = text.Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal);
                if (IsIban(candidate)) return candidate;
            }
        }

        return null;
    }

    /// <summary>
    /// What the account held before and after the entries, where lines outside the table say so: a cell begins with the words
    /// for it, and the next amount in that line is it.
    /// </summary>
    public static (decimal? Opening, decimal? Closing) Balances(ReadOnlySpan<CsvRecord> lines, char decimalSeparator)
    {
        decimal? opening = null, closing = null;
        foreach (var line in lines)
        {
            var at = Array.FindIndex(line.Fields, field => field.Length is > 0 and < 80 && char.IsLetter(field.Trim().FirstOrDefault()));
            if (at < 0) continue;
            var label = CsvWords.Fold(line.Fields[at]);
            if (CsvBalanceWords.IsOpening(label)) opening ??= FirstAmount(line.Fields.AsSpan(at + 1), decimalSeparator);
            else if (CsvBalanceWords.IsClosing(label)) closing ??= FirstAmount(line.Fields.AsSpan(at + 1), decimalSeparator);
        }

        return (opening, closing);
    }

    public static bool Begins(FrozenSet<string> phrases, string text)
    {
        if (phrases.Contains(text)) return true;
        for (var end = text.LastIndexOf(' '); end > 0; end = text.LastIndexOf(' ', end - 1))
        {
            if (phrases.Contains(text[..end])) return true;
        }

        return false;
    }

    private static decimal? FirstAmount(ReadOnlySpan<string> fields, char decimalSeparator)
    {
        foreach (var field in fields)
        {
            if (!CsvDateParts.TrySplit(field, out _) && BankAmount.TryParse(field, decimalSeparator, out var amount)) return amount;
        }

        return null;
    }

    /// <summary>The currency in "Amount (EUR)", "Betrag in EUR" or "Betrag (€)".</summary>
    public static string? Currency(string header)
    {
        var code = header.AsSpan().Trim().TrimEnd(") ]");
        if (code.IsEmpty) return null;
        var start = code.Length;
        while (start > 0 && code[start - 1] is not (' ' or '(' or '[' or '_' or '-' or '/')) start--;
        var last = code[start..];
        if (last.IsEmpty) return null;
        if (CsvWords.Fold(last) is "euro" or "euros" or "euroa") return "EUR";
        if (CsvWords.Fold(last) is "francs") return "FRF";
        if (last.Length == 3) return IsCurrency(last) ? BankText.Currency(last) : null;
        return char.IsAsciiLetter(last[0]) && last[^1] != '$' ? null : BankText.Currency(last);
    }

    public static bool IsIban(string text)
    {
        if (text.Length is < ShortestIban or > LongestIban) return false;
        if (!char.IsAsciiLetterUpper(text[0]) || !char.IsAsciiLetterUpper(text[1]) || !char.IsAsciiDigit(text[2])
            || !char.IsAsciiDigit(text[3]))
            return false;
        var remainder = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[(i + 4) % text.Length];
            if (char.IsAsciiDigit(c)) remainder = ((remainder * 10) + (c - '0')) % 97;
            else if (char.IsAsciiLetterUpper(c)) remainder = ((remainder * 100) + (c - 'A' + 10)) % 97;
            else return false;
        }

        return remainder == 1;
    }
}

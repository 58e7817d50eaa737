using System.Collections.Frozen;

namespace MyBudget.BankFiles.Csv;

/// <summary>What the lines above the table and the header's own texts tell about the account.</summary>
internal static class CsvPreamble
{
    private const int ShortestIban = 15;
    private const int LongestIban = 34;

    private static readonly FrozenSet<string> Currencies = new[]
    {
        "EUR", "USD", "GBP", "CHF", "RUB", "PLN", "CZK", "HUF", "RON", "BGN", "SEK", "NOK", "DKK", "ISK", "TRY", "UAH", "KZT", "BYN", "GEL",
        "AMD", "RSD", "CAD", "AUD", "NZD", "JPY", "CNY", "INR", "SGD", "HKD", "ZAR", "BRL", "MXN", "ILS", "AED", "KRW", "THB",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The first valid IBAN (ISO 13616) above the table.</summary>
    public static string? Iban(ReadOnlySpan<CsvRecord> preamble)
    {
        foreach (var record in preamble)
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

    /// <summary>The currency in "Amount (EUR)" or "Betrag in EUR".</summary>
    public static string? Currency(string header)
    {
        var code = header.AsSpan().TrimEnd(") ]");
        if (code.Length < 5) return null;
        var last = code[^3..].ToString();
        return Currencies.Contains(last) && !char.IsLetterOrDigit(code[^4]) ? last : null;
    }

    private static bool IsIban(string text)
    {
        if (text.Length is < ShortestIban or > LongestIban) return false;
        if (!char.IsAsciiLetterUpper(text[0]) || !char.IsAsciiLetterUpper(text[1]) || !char.IsAsciiDigit(text[2]) || !char.IsAsciiDigit(text[3]))
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

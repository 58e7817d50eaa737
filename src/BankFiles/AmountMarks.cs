using System.Buffers;
using System.Collections.Frozen;

namespace MyBudget.BankFiles;

/// <summary>What banks write around the digits of an amount: signs, currencies, marks of direction, and what spreadsheets add.</summary>
internal static class AmountMarks
{
    private const int LongestWord = 5;

    private static readonly SearchValues<char> PlainDigits = SearchValues.Create("0123456789.,-");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> CurrencyWords = new[]
    {
        "руб", "руб.", "р", "р.", "грн", "грн.", "тг", "kr", "kr.", "zł", "zl", "Kč", "Kc", "Ft", "lei", "leu", "Rs", "Rs.",
        "Re.", "R$", "US$", "USD$", "CAD$",
        "C$", "CA$", "A$", "AU$", "NZ$", "HK$", "S$", "NT$", "MX$", "Fr", "Fr.", "SFr.", "TL", "лв", "лв.", "ден", "din", "дин", "дин.",
        "KM", "Lt", "Ls", "kn",
        "元", "円", "원", "RM", "Rp", "Rp.", "S/", "S/.", "Bs", "Bs.", "Dh", "DH", "euro", "eur", "€", "Br", "сум", "сом", "драм", "лари", "₾",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// Before a number that no person wrote: its point is the decimal one, and says nothing of how others are written. No text has the
    /// character, which is set apart for such use.
    /// </summary>
    public const char ByValue = '\uFDD0';

    /// <summary>Nothing but digits, separators and a plain minus: nearly every amount of a large file.</summary>
    public static bool IsPlain(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(PlainDigits);

    /// <summary>
    /// Takes away invisible marks, a formula's <c>="..."</c> and a text's leading apostrophe; full-width forms become plain ones.
    /// </summary>
    public static ReadOnlySpan<char> Unwrap(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.StartsWith("=\"") && text.EndsWith("\"") && text.Length > 3) text = text[2..^1];
        if (text.Length > 1 && text[0] == '\'') text = text[1..];
        foreach (var c in text)
        {
            if (!char.IsAscii(c) && (IsInvisible(c) || c is >= '\uFF01' and <= '\uFF5E')) return Plain(text).AsSpan().Trim();
        }

        return text.Trim();
    }

    /// <summary>A sign before or behind, or the letters for debit and credit behind.</summary>
    public static bool TakeSign(ref ReadOnlySpan<char> text, out bool isMinus)
    {
        isMinus = false;
        if (text.Length < 2) return false;
        text = WithoutDash(text);
        if (IsMinus(text[0]) || text[0] == '+')
        {
            isMinus = text[0] != '+';
            text = text[1..].Trim();
            return true;
        }

        if (IsMinus(text[^1]) || text[^1] == '+')
        {
            isMinus = text[^1] != '+';
            text = text[..^1].Trim();
            return true;
        }

        return AmountLetters.Take(ref text, out isMinus);
    }

    /// <summary>Where there are no decimals, Swiss banks write a dash in their place.</summary>
    private static ReadOnlySpan<char> WithoutDash(ReadOnlySpan<char> text)
    {
        var end = text.Length;
        while (end > 0 && text.Length - end < 2 && IsMinus(text[end - 1])) end--;
        return end < text.Length && end > 1 && text[end - 1] is '.' or ',' && char.IsAsciiDigit(text[end - 2]) ? text[..(end - 1)] : text;
    }

    public static ReadOnlySpan<char> StripCurrency(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || (char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[^1]))) return text;
        var start = 0;
        while (start < text.Length && start <= LongestWord && IsPartOfWord(text[start])) start++;
        if (start > 0 && IsCurrency(text[..start])) text = text[start..].Trim();
        var end = text.Length;
        while (end > 0 && text.Length - end <= LongestWord && IsPartOfWord(text[end - 1])) end--;
        return end < text.Length && end > 0 && IsCurrency(text[end..]) ? text[..end].Trim() : text;
    }

    /// <summary>As spreadsheets write a number that is too wide for its cell: digits, a point, E and a signed exponent.</summary>
    public static bool TryScientific(ReadOnlySpan<char> digits, bool isNegative, out decimal amount)
    {
        amount = 0;
        var exponent = digits.IndexOfAny('E', 'e');
        if (exponent < 2 || digits.Length - exponent is < 3 or > 4 || digits[exponent + 1] is not ('+' or '-') || !digits.Contains('.'))
            return false;
        const NumberStyles style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!decimal.TryParse(digits, style, CultureInfo.InvariantCulture, out var value)) return false;
        amount = isNegative ? -value : value;
        return value < 1_000_000_000_000_000m;
    }

    /// <summary>What banks write where a column has no amount.</summary>
    public static bool IsBlank(ReadOnlySpan<char> text) =>
        text.IsEmpty || text is "-" or "--" or "---" or "\u2013" or "\u2014" || (text.Length <= 4 && text[0] is 'n' or 'N'
            && (text.Equals("n/a", StringComparison.OrdinalIgnoreCase) || text.Equals("null", StringComparison.OrdinalIgnoreCase)
                || text.Equals("nil", StringComparison.OrdinalIgnoreCase) || text.Equals("none", StringComparison.OrdinalIgnoreCase)));

    private static bool IsMinus(char c) => c is '-' or '\u25B2' or '\u25B3' or '\u2212' or (>= '\u2010' and <= '\u2015') or '\uFE63';

    public static bool IsPartOfWord(char c) =>
        char.IsLetter(c) || c is '.' or '$' or '/' || char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol;

    public static bool IsCurrency(ReadOnlySpan<char> word) =>
        (word.Length == 1 && char.GetUnicodeCategory(word[0]) == UnicodeCategory.CurrencySymbol)
        || (word.Length == 3 && char.IsAsciiLetterUpper(word[0]) && char.IsAsciiLetterUpper(word[1]) && char.IsAsciiLetterUpper(word[2]))
        || CurrencyWords.Contains(word);

    private static bool IsInvisible(char c) => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format;

    private static string Plain(ReadOnlySpan<char> text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!IsInvisible(c)) plain.Append(c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c);
        }

        return plain.ToString();
    }
}

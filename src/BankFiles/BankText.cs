using System.Buffers;

namespace MyBudget.BankFiles;

/// <summary>The texts of entries: what PostgreSQL cannot store or a reader cannot see is taken out, nothing is cut.</summary>
internal static class BankText
{
    /// <summary>A longer text rejects its line: cutting it would lose something silently.</summary>
    public const int MaxLength = 2000;

    private const int ExcerptLength = 200;

    /// <summary>The suspects that make the slow path worth its while; proper surrogate pairs pass it unharmed.</summary>
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(IsSuspect)]);

    private static readonly SearchValues<char> Breaks = SearchValues.Create("\t\r\n\u00A0\u2028\u2029");

    /// <summary>Removes control characters but tabs and line ends, byte order marks, and lone surrogates.</summary>
    public static string StripControls(string text)
    {
        var first = text.AsSpan().IndexOfAny(Suspects);
        if (first < 0) return text;
        var builder = new StringBuilder(text.Length).Append(text, 0, first);
        for (var i = first; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                builder.Append(c).Append(text[++i]);
            else if (!Suspects.Contains(c))
                builder.Append(c);
        }

        return builder.ToString();
    }

    /// <summary>One line without outer blanks; null where nothing is left. Inner runs of blanks are the bank's and stay.</summary>
    public static string? Clean(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.IsEmpty) return null;
        if (!text.ContainsAny(Suspects) && !text.ContainsAny(Breaks)) return text.ToString();
        var line = new StringBuilder(text.ToString()).Replace("\r\n", " ");
        for (var i = 0; i < line.Length; i++)
        {
            if (Breaks.Contains(line[i])) line[i] = ' ';
        }

        var clean = StripControls(line.ToString()).Trim();
        return clean.Length == 0 ? null : clean;
    }

    /// <summary>The same; what is clean already stays the same object, as large files say most texts many times.</summary>
    public static string? Clean(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        var isClean = !char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1]) && !text.AsSpan().ContainsAny(Suspects) && !text.AsSpan()
            .ContainsAny(Breaks);
        return isClean ? text : Clean(text.AsSpan());
    }

    /// <summary>A piece of a rejected line for the report, visibly cut.</summary>
    public static string Excerpt(ReadOnlySpan<char> text)
    {
        var cut = text.Length > ExcerptLength;
        if (cut) text = text[..(char.IsHighSurrogate(text[ExcerptLength - 1]) ? ExcerptLength - 1 : ExcerptLength)];
        return (Clean(text) ?? "") + (cut ? "..." : "");
    }

    /// <summary>An ISO 4217 code from what banks write in a currency column; null where it is none.</summary>
    public static string? Currency(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length == 3 && char.IsAsciiLetter(text[0]) && char.IsAsciiLetter(text[1]) && char.IsAsciiLetter(text[2]))
        {
            var code = text.ToString().ToUpper(CultureInfo.InvariantCulture);
            // The rouble until 1998, which Russian banks still write.
            return code == "RUR" ? "RUB" : string.IsInterned(code) ?? code;
        }

        return text switch
        {
            "€" => "EUR",
            "£" => "GBP",
            "₽" or "руб" or "руб." or "р." or "РУБ" or "РУБ." => "RUB",
            "₴" or "грн" or "грн." => "UAH",
            "zł" or "zl" => "PLN",
            "Kč" => "CZK",
            "Ft" => "HUF",
            "₹" => "INR",
            "₪" => "ILS",
            "₩" => "KRW",
            "₺" or "TL" => "TRY",
            "₸" => "KZT",
            "R$" => "BRL",
            "US$" => "USD",
            "CAD$" or "C$" or "CA$" => "CAD",
            "USD$" => "USD",
            "A$" or "AU$" => "AUD",
            "лв" or "лв." => "BGN",
            "lei" => "RON",
            "元" => "CNY",
            _ => null,
        };
    }

    /// <summary>A sign that several currencies share names none.</summary>
    public static bool IsSharedCurrencySign(ReadOnlySpan<char> text) =>
        text.Trim() is "$" or "¥" or "￥" or "kr" or "kr." or "Rs" or "Rs.";

    private static bool IsSuspect(char c) =>
        (char.IsControl(c) && c is not ('\t' or '\n' or '\r')) || char.IsSurrogate(c) || c is '\uFEFF' or '\uFFFE' or '\uFFFF' or AmountMarks.ByValue;
}

using System.Collections.Frozen;

namespace MyBudget.BankFiles;

/// <summary>
/// The currencies that signs, abbreviations and names may mean. Some are shared by several: then it is the account's own, if that is
/// one of them, and otherwise another one.
/// </summary>
internal static class CurrencyMarks
{
    private const int LongestName = 24;

    /// <summary>Code, or codes: the marks.</summary>
    private static readonly FrozenDictionary<string, string[]> ByMark = new[]
    {
        "EUR: €|euro|euros|euroa|evro|евро|євро|ευρω|欧元|ユーロ|유로",
        "USD CAD AUD NZD SGD HKD TWD MXN ARS CLP COP UYU BRL JMD TTD BBD BSD BZD FJD NAD LRD DOP: $|dollar|dollars",
        "USD: us$|usd$|us dollar|us dollars|u.s. dollar|u.s. dollars|united states dollar|united states dollars",
        "USD: american dollar|us-dollar|доллар сша|доллары сша|доллар|美元|米ドル|미국 달러|dolar|dólar|dollaro|dolar amerykański",
        "CAD: c$|ca$|cad$|canadian dollar|canadian dollars", "AUD: a$|au$|australian dollar|australian dollars",
        "NZD: nz$|new zealand dollar|new zealand dollars", "HKD: hk$|hong kong dollar|hong kong dollars",
        "SGD: s$|singapore dollar|singapore dollars", "TWD: nt$|ntd", "MXN: mx$|mexican peso|mexican pesos",
        "GBP EGP LBP GIP FKP SHP SYP SDG SSP: £|pound|pounds",
        "GBP: pound sterling|pounds sterling|sterling|british pound|british pounds|英镑|фунт стерлингов", "JPY CNY: ¥|￥",
        "JPY: 円|yen|japanese yen|日元|日圓|иена", "CNY TWD HKD: 元|圆", "CNY: rmb|yuan|renminbi|人民币|юань", "KRW: ₩|원|won",
        "SEK NOK DKK ISK: kr|kr.|krona|krone|kronor|kroner", "SEK: swedish krona", "NOK: norwegian krone", "DKK: danish krone",
        "CHF XAF XOF: fr|fr.", "CHF: sfr.|swiss franc|swiss francs|schweizer franken|franc suisse|швейцарский франк",
        "RUB BYN: руб|руб.|р|р.|рубль|рубли", "RUB: ₽|rur|российский рубль", "BYN ETB: br", "UAH: ₴|грн|грн.|гривна|гривня",
        "PLN: zł|zl|zloty|złoty|polish zloty", "CZK: kč|kc|czech koruna|koruna", "HUF: ft|forint", "RON MDL: lei|leu", "BGN: лв|лв.|лев",
        "INR PKR LKR NPR MUR SCR: rs|rs.|re.|rupee|rupees", "INR: ₹|indian rupee", "ILS: ₪|shekel", "TRY: ₺|tl|turkish lira|türk lirası",
        "KZT: ₸|тг|тенге", "BRL: r$|real|brazilian real", "MKD: ден", "RSD MKD: din|дин|дин.", "BAM: km", "LTL: lt", "LVL: ls",
        "HRK: kn", "MYR: rm", "IDR: rp|rp.", "PEN: s/|s/.", "BOB VES: bs|bs.", "AED MAD: dh", "UZS: сум", "KGS: сом", "AMD: драм",
        "GEL: ₾|лари",
    }
    .Select(line => line.Split(": "))
    .SelectMany(line => line[1].Split('|').Select(mark => (Mark: mark, Codes: line[0].Split(' '))))
    .ToFrozenDictionary(line => line.Mark, line => line.Codes, StringComparer.OrdinalIgnoreCase);

    /// <summary>A sign, code or name of currencies, whether or not it tells which.</summary>
    public static bool IsKnown(ReadOnlySpan<char> text) => BankText.Currency(text) is not null || CodesOf(text.Trim()) is not null;

    /// <summary>The code of the currency; null where the text may mean several and the account's is not known, or means none.</summary>
    public static string? Of(ReadOnlySpan<char> text, string? own)
    {
        text = text.Trim();
        if (CodesOf(text) is not { } codes) return BankText.Currency(text);
        if (own is not null && codes.Contains(own)) return own;
        return codes.Length == 1 || own is not null ? codes[0] : null;
    }

    /// <summary>The currency that stands beside the digits of an amount; null where there is none.</summary>
    public static string? OfAmount(ReadOnlySpan<char> amount, string? own)
    {
        if (AmountMarks.IsPlain(amount)) return null;
        for (var at = 0; at < amount.Length;)
        {
            var start = at;
            while (at < amount.Length && AmountMarks.IsPartOfWord(amount[at])) at++;
            var word = amount[start..at].TrimStart('.');
            if (word.Length > 0 && AmountMarks.IsCurrency(word)) return Of(word, own);
            if (at == start) at++;
        }

        return null;
    }

    private static string[]? CodesOf(ReadOnlySpan<char> text) =>
        text.Length <= LongestName && ByMark.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var codes) ? codes : null;
}

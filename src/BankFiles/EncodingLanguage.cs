namespace MyBudget.BankFiles;

/// <summary>A language, or a few that share their letters, and the encodings it was written in before Unicode.</summary>
/// <param name="Letters">Its letters besides a to z, small.</param>
/// <param name="Common">Those that make most of its texts, where all its letters are special.</param>
internal sealed record EncodingLanguage(string Letters, string? Common, int[] CodePages, string[] Currencies)
{
    private const int Latin2 = 28592, Central = 1250, Western = 1252, Mac = 10000, Dos = 850, DosCentral = 852;
    private const double Rare = 0.7;

    /// <summary>The likelier first: where two fit equally, it is the earlier.</summary>
    public static IReadOnlyList<EncodingLanguage> All { get; } =
    [
        new("äöüßéèàç", null, [Western, Mac, Dos], ["CHF"]),
        new("àâæçéèêëîïôœùûüÿ", null, [Western, Mac, Dos], ["CAD"]),
        new("áéíóúüñçàèïòºª·ã", null, [Western, Mac, Dos], ["MXN", "COP", "CLP", "ARS", "PEN"]),
        new("áàâãçéêíóôõúü", null, [Western, Mac, Dos], ["BRL"]),
        new("àèéìíîòóù", null, [Western, Mac, Dos], []),
        new("åäöæøéüáà", null, [Western, Mac, Dos], ["SEK", "NOK", "DKK"]),
        new("äöõüšž", null, [Western, 1257], []),
        new("áðéíóúýþæö", null, [Western], ["ISK"]),
        new("äëéèïöüóáêç", null, [Western, Mac, Dos], []),
        new("ąćęłńóśźż", null, [Central, Latin2, DosCentral], ["PLN"]),
        new("áčďéěíňóřšťúůýž", null, [Central, Latin2, DosCentral], ["CZK"]),
        new("áäčďéíĺľňóôŕšťúýž", null, [Central, Latin2], []),
        new("áéíóöőúüű", null, [Central, Latin2, DosCentral], ["HUF"]),
        new("čćđšž", null, [Central, Latin2], ["BAM", "RSD"]),
        new("ăâîșțşţ", null, [Central, Latin2], ["RON"]),
        new("абвгдеёжзийклмнопрстуфхцчшщъыьэюя№", "оеаинтсрвлкмдпуя", [1251, 866, 20866, 28595, 10007], ["RUB", "KZT", "BYN"]),
        new("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя№", "оеаинтсрвлкмдпуі", [1251, 21866], ["UAH"]),
        new("абвгдежзийклмнопрстуфхцчшщъьюя№", "оеаинтсрвлкмдпуъ", [1251], ["BGN"]),
        new("ąčęėįšųūž", null, [1257], []),
        new("āčēģīķļņšūž", null, [1257], []),
        new("çğıöşüâîû", null, [1254], ["TRY"]),
        new("αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ", "αοιετσνηυρπκμλ", [1253, 28597], []),
        new("אבגדהוזחטיכלמנסעפצקרשתךםןףץ", "אבהוילמנרשת", [1255], ["ILS"]),
    ];

    /// <summary>Which part of the special letters is the language's, and stands where it may stand.</summary>
    public double Score(List<byte[]> words, Encoding encoding)
    {
        double good = 0;
        var all = 0;
        foreach (var bytes in words)
        {
            var word = encoding.GetString(bytes);
            // A sign of money or a dash by itself says nothing of the language; few have words of one special letter.
            if (word.Length == 1 && (Common is null || !char.IsLetter(word[0]))) continue;
            // Words of one script; and few languages of Latin letters have words of none but special ones.
            var isMixed = word.Any(char.IsAsciiLetter) == (Common is not null);
            for (var i = 0; i < word.Length; i++)
            {
                if (char.IsAscii(word[i])) continue;
                all++;
                good += isMixed ? Common is null ? Weight(word, i) / 2 : 0 : Weight(word, i);
            }
        }

        return all == 0 ? 0 : good / all;
    }

    private double Weight(string word, int at)
    {
        var c = word[at];
        var small = char.ToLowerInvariant(c);
        if (!Letters.Contains(small, StringComparison.Ordinal)) return IsEdgeSign(word, at) ? 0.5 : 0;
        // A capital behind a small letter, or a small one between capitals.
        if (at > 0 && char.IsUpper(c) && char.IsLower(word[at - 1])) return 0;
        if (at + 1 < word.Length && char.IsLower(c) && char.IsUpper(word[at + 1])) return 0;
        if (at > 0 && at + 1 < word.Length && char.IsLower(c) && char.IsUpper(word[at - 1]) && char.IsUpper(word[at + 1])) return 0;
        if (Common is not null) return Common.Contains(small, StringComparison.Ordinal) ? 1 : Rare;
        // Four special letters in a row are no word of a language that has few.
        return at >= 3 && !char.IsAscii(word[at - 1]) && !char.IsAscii(word[at - 2]) && !char.IsAscii(word[at - 3]) ? 0 : 1;
    }

    /// <summary>Quotes, dashes and signs of money before or behind a word.</summary>
    private static bool IsEdgeSign(string word, int at) =>
        (at == 0 || at == word.Length - 1) && (char.IsPunctuation(word[at]) || char.IsSymbol(word[at]) || word[at] == '\u00A0');
}

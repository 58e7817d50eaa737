namespace MyBudget.Domain;

/// <summary>International bank account numbers (ISO 13616).</summary>
internal static class Iban
{
    private const int Shortest = 15;
    private const int Longest = 34;

    /// <summary>In capitals and without spaces.</summary>
    public static string Plain(string iban) => string.Concat(iban.Where(character => !char.IsWhiteSpace(character))).ToUpperInvariant();

    /// <summary>Whether the check digits agree with the rest, which tells a mistyped one from nearly any other.</summary>
    public static bool IsValid(string text)
    {
        var iban = Plain(text);
        if (iban.Length is < Shortest or > Longest || !iban.All(char.IsAsciiLetterOrDigit)) return false;
        if (!char.IsAsciiLetter(iban[0]) || !char.IsAsciiLetter(iban[1]) || !char.IsAsciiDigit(iban[2]) || !char.IsAsciiDigit(iban[3])) return false;

        var rest = 0;
        foreach (var character in iban[4..] + iban[..4])
        {
            rest = char.IsAsciiDigit(character)
                ? ((rest * 10) + character - '0') % 97
                : ((rest * 100) + character - 'A' + 10) % 97;
        }

        return rest == 1;
    }
}

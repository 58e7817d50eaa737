namespace MyBudget.BankFiles;

/// <summary>The letters for debit and credit that stand beside the digits of an amount.</summary>
internal static class AmountLetters
{
    private static readonly string[] Marks = ["DR", "CR", "DB"];

    /// <summary>Before or behind, with a point or in parentheses: <c>10,000.00 Dr</c>, <c>Dr. 10,000</c>, <c>10,000 (Cr)</c>.</summary>
    public static bool Take(ref ReadOnlySpan<char> text, out bool isMinus) =>
        TakeBefore(ref text, out isMinus) || TakeBehind(ref text, out isMinus);

    private static bool TakeBefore(ref ReadOnlySpan<char> text, out bool isMinus)
    {
        isMinus = false;
        var rest = text[0] == '(' ? text[1..] : text;
        if (rest.Length < 4 || !IsMark(rest[..2]) || char.IsAsciiLetter(rest[2])) return false;
        isMinus = rest[0] is 'D' or 'd';
        text = rest[2..].TrimStart(".) \u00A0");
        return true;
    }

    private static bool TakeBehind(ref ReadOnlySpan<char> text, out bool isMinus)
    {
        isMinus = false;
        var letters = text.TrimEnd('.');
        if (letters.Length > 4 && letters[^1] == ')' && letters[0] != '(') letters = letters[..^1].TrimEnd('.');
        if (letters.Length < 3) return false;
        var length = IsMark(letters[^2..]) ? 2 : letters[^1] is 'D' or 'C' && letters[^2] is ' ' or '\u00A0' ? 1 : 0;
        if (length == 0) return false;
        isMinus = letters[^length] is 'D' or 'd';
        text = letters[..^length].TrimEnd("( \u00A0").Trim();
        return true;
    }

    private static bool IsMark(ReadOnlySpan<char> two)
    {
        foreach (var mark in Marks)
        {
            if (two.Equals(mark, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}

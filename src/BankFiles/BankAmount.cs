namespace MyBudget.BankFiles;

/// <summary>
/// Reads amounts as banks write them: either decimal separator, grouped thousands, a sign before or behind or parentheses,
/// a currency sign on either side. Never through floating point; the digits and their number are those of the file.
/// </summary>
internal static class BankAmount
{
    /// <summary>More digits than any currency's minor units in 64 bits can hold.</summary>
    private const int MaxDigits = 18;

    private const int MaxLength = 80;
    private const int NoisyDigits = 9;

    /// <summary>The decimal separator is '.' or ',', or NUL where each value must tell for itself.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, char decimalSeparator, out decimal amount)
    {
        amount = 0;
        if (text is [AmountMarks.ByValue, ..])
        {
            text = text[1..];
            decimalSeparator = '.';
        }

        if (text.Length > MaxLength || !TryStripSigns(text, out var digits, out var isNegative)) return false;
        if (AmountMarks.TryScientific(digits, isNegative, out amount)) return true;
        if (decimalSeparator == '\0') decimalSeparator = SeparatorOf(digits, out _) ?? '.';

        var point = digits.LastIndexOf(decimalSeparator);
        var whole = point < 0 ? digits : digits[..point];
        var fraction = point < 0 ? [] : digits[(point + 1)..];
        if (whole.IsEmpty && fraction.IsEmpty) return false;

        long value = 0;
        var count = 0;
        if (!TryAddGroups(whole, decimalSeparator, ref value, ref count) || !TryAdd(fraction, ref value, ref count)) return false;
        amount = new decimal((int)value, (int)(value >> 32), 0, isNegative && value != 0, (byte)fraction.Length);
        if (fraction.Length >= NoisyDigits) amount = WithoutNoise(amount);
        return true;
    }

    /// <summary>
    /// The separator that a single value proves: both present, the later one; several of one kind, the other; one alone is
    /// the decimal separator unless exactly three digits follow it, which then may be thousands.
    /// </summary>
    public static char? ProvenSeparator(ReadOnlySpan<char> text, out bool isDoubtful)
    {
        isDoubtful = false;
        if (text is [AmountMarks.ByValue, ..] || text.Length > MaxLength || !TryStripSigns(text, out var digits, out _)) return null;
        var separator = SeparatorOf(digits, out isDoubtful);
        return isDoubtful ? null : separator;
    }

    /// <summary>Programs that reckon in binary write 12.340000000000001 for 12.34.</summary>
    private static decimal WithoutNoise(decimal amount)
    {
        const decimal noise = 0.0000001m;
        var rounded = decimal.Round(amount, 4);
        return Math.Abs(rounded - amount) < noise ? rounded / 1.0000m : amount;
    }

    private static char? SeparatorOf(ReadOnlySpan<char> digits, out bool isDoubtful)
    {
        isDoubtful = false;
        var at = digits.LastIndexOfAny('.', ',');
        if (at < 0) return null;
        var other = digits[at] == '.' ? ',' : '.';
        if (digits.Contains(other)) return digits[at];
        if (digits.Count(digits[at]) > 1) return other;
        isDoubtful = digits.Length - at - 1 == 3 && at is > 0 and <= 3 && digits[0] != '0';
        return digits[at];
    }

    private static bool TryStripSigns(ReadOnlySpan<char> text, out ReadOnlySpan<char> digits, out bool isNegative)
    {
        isNegative = false;
        digits = AmountMarks.IsPlain(text) ? text.Trim() : AmountMarks.Unwrap(text);
        var isParenthesized = false;
        var signs = 0;
        // A sign and a currency may stand in any order, each once on either side.
        for (var before = -1; before != digits.Length && !digits.IsEmpty;)
        {
            before = digits.Length;
            digits = AmountMarks.StripCurrency(digits);
            if (digits.Length > 2 && digits[0] == '(' && digits[^1] == ')' && !isParenthesized)
            {
                isNegative = isParenthesized = true;
                signs++;
                digits = digits[1..^1].Trim();
            }
            else if (AmountMarks.TakeSign(ref digits, out var isMinus))
            {
                isNegative |= isMinus;
                signs++;
            }
        }

        return signs <= 1 && !digits.IsEmpty
            && (char.IsAsciiDigit(digits[0]) || digits[0] is '.' or ',')
            && (char.IsAsciiDigit(digits[^1]) || digits[^1] is '.' or ',');
    }

    /// <summary>Groups of three; of two before the last one, as in India. One separator throughout.</summary>
    private static bool TryAddGroups(ReadOnlySpan<char> whole, char decimalSeparator, ref long value, ref int count)
    {
        var first = whole.IndexOfAnyExceptInRange('0', '9');
        if (first < 0) return TryAdd(whole, ref value, ref count);
        var separator = whole[first];
        if (first is 0 or > 3 || separator == decimalSeparator || !IsGroupSeparator(separator)) return false;
        if (!TryAdd(whole[..first], ref value, ref count)) return false;
        for (var rest = whole[(first + 1)..]; ;)
        {
            var next = rest.IndexOf(separator);
            var group = next < 0 ? rest : rest[..next];
            if (group.Length != 3 && (next < 0 || group.Length != 2)) return false;
            if (!TryAdd(group, ref value, ref count)) return false;
            if (next < 0) return true;
            rest = rest[(next + 1)..];
        }
    }

    private static bool IsGroupSeparator(char c) => c is '.' or ',' or '\'' or '\u2019' or ' ' or '\u00A0' or '\u202F' or '\u2009';

    private static bool TryAdd(ReadOnlySpan<char> digits, ref long value, ref int count)
    {
        count += digits.Length;
        if (count > MaxDigits) return false;
        foreach (var c in digits)
        {
            if (!char.IsAsciiDigit(c)) return false;
            value = (value * 10) + (c - '0');
        }

        return true;
    }
}

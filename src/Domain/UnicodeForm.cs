namespace MyBudget.Domain;

/// <summary>Unicode's normal forms of any text: .NET's own throw at U+FFFE and at half a character, which anybody can send.</summary>
internal static class UnicodeForm
{
    public static string Of(string text, NormalizationForm form)
    {
        try
        {
            return text.Normalize(form);
        }
        catch (ArgumentException)
        {
            return string.Concat(text.EnumerateRunes().Select(rune => rune.Value == 0xFFFE ? Rune.ReplacementChar : rune)).Normalize(form);
        }
    }
}

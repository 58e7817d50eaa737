namespace MyBudget.Infrastructure.UseCases;

/// <summary>
/// Whether a name looks like what it is: somebody who is called by invisible or turning characters looks like another in a list
/// (Unicode Technical Standard 39).
/// </summary>
internal static class VisibleText
{
    private const int BlackFlag = 0x1F3F4;
    private const int EndOfTag = 0xE007F;

    /// <summary>Accents on one letter: no script needs more, and more run over the lines beside.</summary>
    private const int MostMarks = 6;

    public static bool Is(string text)
    {
        var (before, marks, isVisible, isRightToLeft) = (default(Rune), 0, false, text.EnumerateRunes().Any(IsRightToLeft));
        foreach (var rune in text.EnumerateRunes())
        {
            marks = IsMark(rune) ? marks + 1 : 0;
            if (marks > MostMarks || !MayFollow(rune, before, isRightToLeft) || (IsTag(before) && !IsTag(rune) && before.Value != EndOfTag)) return false;
            isVisible |= !Rune.IsWhiteSpace(rune) && !IsMark(rune) && !IsGlue(rune);
            before = rune;
        }

        return isVisible && !(IsTag(before) && before.Value != EndOfTag) && !(IsJoiner(before) && !JoinsLetters(text.EnumerateRunes().ToArray()[^2]));
    }

    /// <summary>A text that nobody could be asked about, such as what a device calls itself, or what can be seen of it.</summary>
    public static string Of(string text) => Is(text) ? text.Trim() : string.Concat(
        text.EnumerateRunes().Where(rune => !InvisibleRunes.Contains(rune) && !IsGlue(rune))).Trim();

    private static bool MayFollow(Rune rune, Rune before, bool isRightToLeft) => rune switch
    {
        _ when IsJoiner(rune) => JoinsLetters(before) || IsPicture(before),
        _ when IsVariation(rune) => IsPicture(before) || before.Value is '#' or '*' or (>= '0' and <= '9'),
        _ when IsTag(rune) => before.Value == BlackFlag || IsTag(before),
        // Phones write these beside Hebrew and Arabic by themselves.
        _ when rune.Value is 0x200E or 0x200F => isRightToLeft,
        _ => !InvisibleRunes.Contains(rune),
    };

    private static bool IsGlue(Rune rune) => IsJoiner(rune) || IsVariation(rune) || IsTag(rune) || rune.Value is 0x200E or 0x200F;

    private static bool IsJoiner(Rune rune) => rune.Value is 0x200C or 0x200D;

    private static bool IsVariation(Rune rune) => rune.Value is 0xFE0E or 0xFE0F;

    private static bool IsTag(Rune rune) => rune.Value is >= 0xE0020 and <= EndOfTag;

    /// <summary>From Arabic to Mongolian, where a joiner makes another letter.</summary>
    private static bool JoinsLetters(Rune rune) => rune.Value is >= 0x0600 and < 0x1900;

    private static bool IsPicture(Rune rune) => IsVariation(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol or UnicodeCategory.OtherNotAssigned;

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark && !IsVariation(rune);

    private static bool IsRightToLeft(Rune rune) => rune.Value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC);
}

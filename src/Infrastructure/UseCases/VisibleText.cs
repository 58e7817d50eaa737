namespace MyBudget.Infrastructure.UseCases;

/// <summary>
/// Whether a name looks like what it is: somebody who is called by invisible or turning characters looks like another in a list
/// (Unicode Technical Standard 39).
/// </summary>
internal static class VisibleText
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;
    private const int BlackFlag = 0x1F3F4;
    private const int FirstTag = 0xE0020;
    private const int LastTag = 0xE007F;

    /// <summary>No control, format or direction characters but those that emoji, Persian and Indian scripts are written with.</summary>
    public static bool Is(string text)
    {
        var (before, sawFlag, isVisible) = (default(Rune?), false, false);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsJoiner(rune))
            {
                if (before is not { } joined || IsJoiner(joined) || Rune.IsWhiteSpace(joined)) return false;
            }
            else if (rune.Value is >= FirstTag and <= LastTag)
            {
                if (!sawFlag) return false;
            }
            else
            {
                if (IsHidden(Rune.GetUnicodeCategory(rune)) || rune.Value == Rune.ReplacementChar.Value) return false;
                isVisible |= !Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark);
                sawFlag = rune.Value == BlackFlag;
            }

            before = rune;
        }

        return isVisible && !(before is { } last && IsJoiner(last));
    }

    private static bool IsJoiner(Rune rune) => rune.Value is ZeroWidthNonJoiner or ZeroWidthJoiner;

    private static bool IsHidden(UnicodeCategory category) => category
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}

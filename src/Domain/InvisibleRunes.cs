namespace MyBudget.Domain;

/// <summary>
/// What is not seen, or is seen as a blank, and of which nothing a person is called or writes to needs any: Unicode's Default_Ignorable and the
/// fillers beside it. Joiners and variation selectors are not among them: emoji and many scripts are written with those.
/// </summary>
internal static class InvisibleRunes
{
    private static readonly int[] Fillers = [0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0, 0x1D159];

    public static bool Contains(Rune rune) => Array.IndexOf(Fillers, rune.Value) >= 0 || rune.Value is >= 0x180B and <= 0x180F || IsHidden(rune);

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse => true,
        // Beyond the first plane there are newer emoji and letters than this runtime knows.
        UnicodeCategory.OtherNotAssigned => rune.Value < 0x1F000 || (rune.Value & 0xFFFE) == 0xFFFE,
        _ => rune == Rune.ReplacementChar,
    };
}

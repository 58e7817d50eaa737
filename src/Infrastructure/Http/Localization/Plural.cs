namespace MyBudget.Infrastructure.Http.Localization;

/// <summary>The plural forms of the languages we speak, for whole numbers (Unicode CLDR, plural rules).</summary>
public static class Plural
{
    /// <summary><c>one</c>, <c>few</c>, <c>many</c> or <c>other</c>.</summary>
    public static string Of(string language, long count) => language switch
    {
        "ru" => (Math.Abs(count) % 10, Math.Abs(count) % 100) switch
        {
            (1, not 11) => "one",
            ( >= 2 and <= 4, < 12 or > 14) => "few",
            _ => "many",
        },
        _ => count == 1 ? "one" : "other",
    };
}

namespace MyBudget.Features.Identity;

/// <summary>What makes a password easy to guess for who knows whose it is, or knows nothing at all (ASVS 5.0, 6.2.4 and 6.2.11).</summary>
internal static class GuessablePassword
{
    private const int FewestDifferent = 3;
    private const int LongestRepeated = 4;

    /// <summary>A shorter name stands in many good passwords.</summary>
    private const int ShortestName = 4;

    /// <summary>What remains beside a name: a year, or a birthday without one.</summary>
    private const int MostBeside = 4;

    /// <summary>As people count: a letter with its accents, or an emoji of several code points, is one.</summary>
    public static int LengthOf(string password) => new StringInfo(password).LengthInTextElements;

    /// <summary>A few characters over and over, or one after the other as in the alphabet.</summary>
    public static bool IsMonotonous(string password)
    {
        var elements = new List<string>();
        for (var each = StringInfo.GetTextElementEnumerator(password); each.MoveNext();) elements.Add(each.GetTextElement());
        return elements.Distinct(StringComparer.Ordinal).Count() < FewestDifferent
            || Enumerable.Range(1, LongestRepeated).Any(length => elements.Count > length && elements.Skip(length).SequenceEqual(elements.SkipLast(length)))
            || Steps(password).Distinct().Take(2).ToList() is [1] or [-1];
    }

    private static IEnumerable<int> Steps(string password) => password.Zip(password.Skip(1), (one, next) => next - one);

    /// <summary>Whether it is hardly more than a name of its user, their address or a part of it, or the product's name.</summary>
    public static bool IsAbout(string password, string? email, string? displayName)
    {
        var bare = Bare(password);
        var words = $"{email} {displayName}".Split([' ', '@', '.', '-', '_', '+', ','], StringSplitOptions.RemoveEmptyEntries);
        return new[] { email, email?.Split('@')[0], displayName, "mybudget" }.Concat(words).Any(name => IsHardlyMoreThan(bare, Bare(name)));
    }

    private static bool IsHardlyMoreThan(string password, string name) =>
        name.Length >= ShortestName && password.Contains(name, StringComparison.Ordinal)
        && password.Replace(name, string.Empty, StringComparison.Ordinal).Length <= MostBeside;

    /// <summary>Letters without their accents, and digits.</summary>
    private static string Bare(string? text) =>
        string.Concat(UnicodeForm.Of(text ?? string.Empty, NormalizationForm.FormKD).ToLowerInvariant().Where(char.IsLetterOrDigit));
}

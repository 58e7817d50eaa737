namespace MyBudget.Features.Identity;

/// <summary>What makes a password easy to guess for who knows whose it is, or knows nothing at all (ASVS 5.0, 6.2.4 and 6.2.11).</summary>
internal static class GuessablePassword
{
    private const int FewestDifferent = 3;

    /// <summary>A shorter name stands in many good passwords.</summary>
    private const int ShortestName = 4;

    /// <summary>What remains beside a name: a year, or a birthday without one.</summary>
    private const int MostBeside = 4;

    /// <summary>As people count: a letter with its accents, or an emoji of several code points, is one.</summary>
    public static int LengthOf(string password) => new StringInfo(password).LengthInTextElements;

    public static bool IsMonotonous(string password)
    {
        var different = new HashSet<string>(StringComparer.Ordinal);
        for (var elements = StringInfo.GetTextElementEnumerator(password); elements.MoveNext();) different.Add(elements.GetTextElement());
        return different.Count < FewestDifferent;
    }

    /// <summary>Whether it is hardly more than a name of its user, their address or a part of it, or the product's name.</summary>
    public static bool IsAbout(string password, string? email, string? displayName)
    {
        var bare = Bare(password);
        return new[] { email, email?.Split('@')[0], displayName, "mybudget" }.Any(name => IsHardlyMoreThan(bare, Bare(name)));
    }

    private static bool IsHardlyMoreThan(string password, string name) =>
        name.Length >= ShortestName && password.Contains(name, StringComparison.Ordinal)
        && password.Replace(name, string.Empty, StringComparison.Ordinal).Length <= MostBeside;

    private static string Bare(string? text) =>
        string.Concat((text ?? string.Empty).Normalize(NormalizationForm.FormKC).ToLowerInvariant().Where(char.IsLetterOrDigit));
}

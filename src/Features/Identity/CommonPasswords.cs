namespace MyBudget.Features.Identity;

/// <summary>The passwords that are tried first; <c>CommonPasswords.txt</c> says where they come from.</summary>
internal static class CommonPasswords
{
    private const int ShortestStem = 5;

    /// <summary>A year, or a few signs.</summary>
    private const int MostBehind = 4;

    /// <summary>Some 320 kB, read when the first password is set.</summary>
    private static readonly Lazy<string> Lines = new(Read);

    private static readonly string[] Keyboards =
        ["qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiopü", "yxcvbnm", "azertyuiop", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"];

    /// <summary>Also in other letters of the same look, and with digits and signs behind it.</summary>
    /// <param name="password">In any case.</param>
    public static bool Contain(string password)
    {
        var folded = UnicodeForm.Of(password, NormalizationForm.FormKC).Trim().ToLowerInvariant();
        var stem = folded.TrimEnd([.. folded.Where(character => !char.IsLetter(character)).Distinct()]);
        return IsListed(folded) || (stem.Length >= ShortestStem && folded.Length - stem.Length <= MostBehind && IsListed(stem));
    }

    private static bool IsListed(string password) =>
        Lines.Value.Contains($"\n{password}\n", StringComparison.Ordinal) || Keyboards.Any(row => row.Contains(password, StringComparison.Ordinal));

    private static string Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream(typeof(CommonPasswords), "CommonPasswords.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

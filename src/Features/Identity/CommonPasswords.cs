namespace MyBudget.Features.Identity;

/// <summary>The passwords that are tried first; <c>CommonPasswords.txt</c> says where they come from.</summary>
internal static class CommonPasswords
{
    /// <summary>Some 170 kB, read when the first password is set.</summary>
    private static readonly Lazy<string> Lines = new(Read);

    /// <param name="password">In any case.</param>
    public static bool Contain(string password) =>
        Lines.Value.Contains($"\n{password.Normalize(NormalizationForm.FormC).ToLowerInvariant()}\n", StringComparison.Ordinal);

    private static string Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream(typeof(CommonPasswords), "CommonPasswords.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

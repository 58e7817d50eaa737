namespace MyBudget.Features.Identity;

/// <summary>Configuration section <c>SecondFactors</c>.</summary>
internal sealed class FactorSettings
{
    public const string Section = "SecondFactors";

    /// <summary>
    /// 32 random bytes in Base64 each, newest first: with the first the secrets of second factors are encrypted, all decrypt. Where none is
    /// configured, one is made and kept in the database. A key that is gone takes the factors with it that were encrypted by it.
    /// </summary>
    public IList<string> Keys { get; } = [];

    internal static bool IsKey(string text)
    {
        var bytes = new byte[FactorKey.Size + 1];
        return Convert.TryFromBase64String(text, bytes, out var length) && length == FactorKey.Size;
    }
}

namespace MyBudget.BankFiles.Qif;

internal enum QifSection
{
    /// <summary>Categories, classes, securities, prices, memorized entries, options: nothing that happened in an account.</summary>
    Other,
    Account,
    Entries,
    Investments,
}

/// <summary>What a line that begins with <c>!</c> opens.</summary>
internal static class QifSections
{
    private const string Type = "!Type:";

    private static readonly string[] Lists =
        ["cat", "class", "memorized", "security", "prices", "tag", "budget", "template", "payee", "invitem", "tax", "account"];

    public static QifSection Of(ReadOnlySpan<char> header)
    {
        if (header.StartsWith("!Account", StringComparison.OrdinalIgnoreCase)) return QifSection.Account;
        if (!header.StartsWith(Type, StringComparison.OrdinalIgnoreCase)) return QifSection.Other;
        var type = header[Type.Length..].Trim().ToString().ToLowerInvariant();
        if (Array.Exists(Lists, list => type.StartsWith(list, StringComparison.Ordinal))) return QifSection.Other;
        return type is "invst" or "port" || type.StartsWith("401", StringComparison.Ordinal) ? QifSection.Investments : QifSection.Entries;
    }

    /// <summary>A bank account may be of several kinds, which the file does not tell apart.</summary>
    public static string? Kind(ReadOnlySpan<char> header) => header[Type.Length..].Trim().ToString().ToLowerInvariant() switch
    {
        "ccard" => "creditCard",
        "invst" or "port" => "investment",
        _ => null,
    };
}

using System.Text.RegularExpressions;

namespace MyBudget.Infrastructure.Outbox.Mail;

/// <summary>What somebody calls themselves or a ledger, in mail to others: programs that read mail make links of what looks like an address.</summary>
internal static partial class Unlinked
{
    /// <returns>The same words, no link: <c>https://evil.example</c> becomes <c>https evil. example</c>.</returns>
    public static string Text(string name) => Dots().Replace(name.Replace("://", " ", StringComparison.Ordinal), "$0 ");

    [GeneratedRegex(@"(?<=\S)[.\u2024\u3002\uFE52\uFF0E\uFF61](?=\S)", RegexOptions.None, 1000)]
    private static partial Regex Dots();
}

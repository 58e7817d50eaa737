namespace MyBudget.Features.Notifications;

internal static class InstallationIdRule
{
    private const int Longest = 100;

    /// <summary>Wide enough for a Firebase installation id, a UUID and what other platforms have.</summary>
    public static IRuleBuilderOptions<T, string> InstallationId<T>(this IRuleBuilder<T, string> rule) => rule
        .Must(id => id is { Length: > 0 and <= Longest } && id.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' or ':'))
        .WithErrorCode("installation-id")
        .WithMessage("An installation id has 1 to 100 Latin letters, digits, dots, colons, hyphens and underscores.");
}

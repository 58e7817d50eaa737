namespace MyBudget.Features.Identity;

/// <summary>Shape rules that several use cases of this feature share.</summary>
internal static class IdentityRules
{
    public const int ShortestPassword = 8;
    public const int LongestPassword = 1000;
    public const int LongestName = 100;
    public const int LongestCode = 64;

    /// <summary>Several times what Firebase makes, custom claims included.</summary>
    private const int LongestIdToken = 16 * 1024;

    /// <summary>Length is what makes a password strong, unless it is one that everybody has; which characters it has is the user's affair.</summary>
    public static IRuleBuilderOptions<T, string?> NewPassword<T>(this IRuleBuilderInitial<T, string?> rule) =>
        rule.Cascade(CascadeMode.Stop).Given()
            .Must(password => password!.Length <= LongestPassword)
            .WithErrorCode("password-too-long").WithMessage($"A password has at most {LongestPassword} characters.")
            .Must(password => GuessablePassword.LengthOf(password!) >= ShortestPassword)
            .WithErrorCode("password-too-short").WithMessage($"A password has at least {ShortestPassword} characters.")
            .Must(password => !GuessablePassword.IsMonotonous(password!))
            .WithErrorCode("password-monotonous").WithMessage("A password is not the same few characters over and over.")
            .Must(password => !CommonPasswords.Contain(password!))
            .WithErrorCode("password-common").WithMessage("This password is one of those that are tried first; choose another.");

    /// <summary>A password to compare: no rule of today may lock out one that was set under an older rule.</summary>
    public static IRuleBuilderOptions<T, string?> KnownPassword<T>(this IRuleBuilderInitial<T, string?> rule) =>
        rule.Cascade(CascadeMode.Stop).Given()
            .Must(password => password!.Length <= LongestPassword)
            .WithErrorCode("password-too-long").WithMessage($"A password has at most {LongestPassword} characters.");

    public static IRuleBuilderOptions<T, string?> NotAbout<T>(this IRuleBuilder<T, string?> rule, Func<T, (string? Email, string? Name)> user) =>
        rule.Must((request, password) => password is null || !GuessablePassword.IsAbout(password, user(request).Email, user(request).Name))
            .WithErrorCode(NewPasswords.AboutUser).WithMessage(NewPasswords.AboutUserMessage);

    public static IRuleBuilderOptions<T, string?> MailedCode<T>(this IRuleBuilderInitial<T, string?> rule) =>
        rule.Cascade(CascadeMode.Stop).Given().Line(LongestCode);

    public static IRuleBuilderOptions<T, string?> IdToken<T>(this IRuleBuilderInitial<T, string?> rule) =>
        rule.Cascade(CascadeMode.Stop).Given().Line(LongestIdToken);

    public static IRuleBuilderOptions<T, string?> IanaTimeZone<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(zone => zone is null || IsTimeZone(zone)).WithErrorCode("time-zone").WithMessage("This is not an IANA time zone, such as Europe/Berlin.");

    private static bool IsTimeZone(string zone) =>
        zone.Length <= 64 && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) && found.HasIanaId && found.Id == zone;
}

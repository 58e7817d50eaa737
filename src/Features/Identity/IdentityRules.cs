namespace MyBudget.Features.Identity;

/// <summary>Shape rules that several use cases of this feature share.</summary>
internal static class IdentityRules
{
    public const int ShortestPassword = 8;
    public const int LongestPassword = 1000;
    public const int LongestName = 100;

    /// <summary>Several times what Firebase makes, custom claims included.</summary>
    private const int LongestIdToken = 16 * 1024;

    /// <summary>Length is what makes a password strong; which characters it has is the user's affair.</summary>
    public static IRuleBuilderOptions<T, string?> NewPassword<T>(this IRuleBuilderInitial<T, string?> rule) =>
        rule.Cascade(CascadeMode.Stop).Given()
            .Must(password => password!.Length >= ShortestPassword)
            .WithErrorCode("password-too-short").WithMessage($"A password has at least {ShortestPassword} characters.")
            .Must(password => password!.Length <= LongestPassword)
            .WithErrorCode("password-too-long").WithMessage($"A password has at most {LongestPassword} characters.");

    /// <summary>A password to compare: no rule of today may lock out one that was set under an older rule.</summary>
    public static IRuleBuilderOptions<T, string?> KnownPassword<T>(this IRuleBuilderInitial<T, string?> rule) =>
        rule.Cascade(CascadeMode.Stop).Given()
            .Must(password => password!.Length <= LongestPassword)
            .WithErrorCode("password-too-long").WithMessage($"A password has at most {LongestPassword} characters.");

    public static IRuleBuilderOptions<T, string?> NotTheEmail<T>(this IRuleBuilder<T, string?> rule, Func<T, string?> email) =>
        rule.Must((request, password) => !IsEmail(password, email(request)))
            .WithErrorCode("password-is-email").WithMessage("The e-mail address cannot be the password.");

    public static IRuleBuilderOptions<T, string?> MailedCode<T>(this IRuleBuilderInitial<T, string?> rule) =>
        rule.Cascade(CascadeMode.Stop).Given().Line(64);

    public static IRuleBuilderOptions<T, string?> IdToken<T>(this IRuleBuilderInitial<T, string?> rule) =>
        rule.Cascade(CascadeMode.Stop).Given().Line(LongestIdToken);

    public static IRuleBuilderOptions<T, string?> IanaTimeZone<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(zone => zone is null || IsTimeZone(zone)).WithErrorCode("time-zone").WithMessage("This is not an IANA time zone, such as Europe/Berlin.");

    public static bool IsEmail(string? password, string? email) =>
        password is not null && email is not null && EmailAddress.Normalize(password) == EmailAddress.Normalize(email);

    private static bool IsTimeZone(string zone) =>
        zone.Length <= 64 && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) && found.HasIanaId && found.Id == zone;
}

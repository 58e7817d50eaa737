namespace MyBudget.Infrastructure.UseCases;

/// <summary>Shape rules that every feature's validators share.</summary>
internal static class ValueRules
{
    /// <summary>An id that a client chose: absent, or not the nil UUID.</summary>
    public static IRuleBuilderOptions<T, Guid?> ClientId<T>(this IRuleBuilder<T, Guid?> rule) =>
        rule.Must(id => id != Guid.Empty).WithErrorCode("id").WithMessage("An id is a UUID that is not nil.");

    public static IRuleBuilderOptions<T, string?> CurrencyCode<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(code => code is null || Currency.TryParse(code, out _)).WithErrorCode("currency").WithMessage("This is not an ISO 4217 currency code.");

    public static IRuleBuilderOptions<T, DateOnly?> CalendarDate<T>(this IRuleBuilder<T, DateOnly?> rule) =>
        rule.Must(date => date is not { } day || LedgerDate.IsAllowed(day))
            .WithErrorCode("date-range").WithMessage("A date lies between 1900-01-01 and 2199-12-31.");

    /// <summary>The last day of a stretch, the first of which is another member.</summary>
    public static IRuleBuilderOptions<T, DateOnly?> EndOf<T>(this IRuleBuilder<T, DateOnly?> rule, Func<T, DateOnly?> start) =>
        rule.Must((value, end) => end is null || start(value) is not { } first || end >= first)
            .WithErrorCode("ends-before-start").WithMessage("The end lies before the start.");

    public static IRuleBuilderOptions<T, long?> EntryAmount<T>(this IRuleBuilder<T, long?> rule) =>
        rule.Must(amount => amount is not { } minor || Money.IsEntryAmount(minor)).WithErrorCode("amount-range").WithMessage("The amount is too large.");

    /// <summary>One line of text: no control characters, not longer than <paramref name="length"/> once trimmed.</summary>
    public static IRuleBuilderOptions<T, string?> Line<T>(this IRuleBuilder<T, string?> rule, int length) =>
        rule.Must(text => text is null || text.Trim().Length <= length)
            .WithErrorCode("too-long").WithMessage($"At most {length} characters are allowed.")
            .Must(text => text is null || !text.Any(char.IsControl)).WithErrorCode("control-characters").WithMessage("Control characters are not allowed.");

    /// <summary>A name that must be there: a line that can be seen, as it is.</summary>
    public static IRuleBuilderOptions<T, string?> Name<T>(this IRuleBuilderInitial<T, string?> rule, int length = 100) =>
        rule.Cascade(CascadeMode.Stop).Must(name => !string.IsNullOrWhiteSpace(name)).WithErrorCode("required").WithMessage("This value is required.").Line(length)
            .Must(name => VisibleText.Is(name!)).WithErrorCode("invisible-characters").WithMessage("Invisible characters, and such as change the direction, are not allowed.");

    public static IRuleBuilderOptions<T, string?> Given<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(value => !string.IsNullOrEmpty(value)).WithErrorCode("required").WithMessage("This value is required.");

    public static IRuleBuilderOptions<T, string?> Email<T>(this IRuleBuilderInitial<T, string?> rule) =>
        rule.Cascade(CascadeMode.Stop).Given()
            .Must(EmailAddress.IsPlausible).WithErrorCode("email").WithMessage("This is not an e-mail address.");

    /// <summary>Free text over several lines: tabs and line breaks are the only control characters.</summary>
    public static IRuleBuilderOptions<T, string?> Text<T>(this IRuleBuilder<T, string?> rule, int length) =>
        rule.Must(text => text is null || text.Length <= length)
            .WithErrorCode("too-long").WithMessage($"At most {length} characters are allowed.")
            .Must(text => text is null || !text.Any(character => char.IsControl(character) && character is not ('\n' or '\r' or '\t')))
            .WithErrorCode("control-characters").WithMessage("Control characters are not allowed.");

    public static IRuleBuilderOptions<T, string?> Language<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(locale => locale is null || Messages.Languages.Contains(locale))
            .WithErrorCode("locale").WithMessage("This language is not supported; choose en or ru.");

    public static IRuleBuilderOptions<T, TValue?> Required<T, TValue>(this IRuleBuilder<T, TValue?> rule) where TValue : struct =>
        rule.NotNull().WithErrorCode("required").WithMessage("This value is required.");
}

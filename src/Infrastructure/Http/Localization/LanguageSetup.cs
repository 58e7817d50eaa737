using Microsoft.AspNetCore.Localization;

namespace MyBudget.Infrastructure.Http.Localization;

internal static class LanguageSetup
{
    /// <summary>Texts are in the language that <c>Accept-Language</c> asks for; numbers and dates never depend on it.</summary>
    public static IApplicationBuilder UseLanguage(this IApplicationBuilder app) => app.UseRequestLocalization(options =>
    {
        var cultures = Messages.Languages.Select(CultureInfo.GetCultureInfo).ToArray();
        options.DefaultRequestCulture = new(CultureInfo.InvariantCulture, cultures[0]);
        options.SupportedCultures = [CultureInfo.InvariantCulture];
        options.SupportedUICultures = cultures;
        options.RequestCultureProviders = [new AcceptLanguageHeaderRequestCultureProvider()];
    });
}

namespace MyBudget.Features.Identity;

internal static class FactorsSetup
{
    public static void AddFactors(this IServiceCollection services)
    {
        services.AddSettings<FactorSettings>(FactorSettings.Section).Validate(
            settings => settings.Keys.All(key => string.IsNullOrWhiteSpace(key) || FactorSettings.IsKey(key)),
            $"{FactorSettings.Section}:{nameof(FactorSettings.Keys)} holds something that is not 32 bytes in Base64: openssl rand -base64 32.");
        services.AddSingleton<FactorKeys>();
        services.AddScoped<SecondFactors>();
        services.AddScoped<RecoveryCodes>();
        services.AddScoped<FactorCodes>();
        services.AddScoped<FactorCheck>();
        services.AddScoped<FactorNotices>();
        services.AddScoped<FactorChallenges>();
    }
}

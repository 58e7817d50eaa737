namespace MyBudget.Infrastructure.RuntimeSettings;

internal static class RuntimeSettingsSetup
{
    /// <summary>What an operator may change while the server runs; Remote Config, where there is one, says so.</summary>
    public static WebApplicationBuilder AddRuntimeSettings(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ParameterValues>();
        return builder;
    }
}

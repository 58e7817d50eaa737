using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MyBudget.Infrastructure.Operations.Configuration;

internal static class SettingsSetup
{
    /// <summary>Reads a section into its type; the host does not start while anything in it is misspelled, unreadable or refused.</summary>
    public static OptionsBuilder<T> AddSettings<T>(
        this IServiceCollection services, string section, bool isForCommands = false) where T : class
    {
        services.TryAddSingleton<ConfigurationCheck>();
        services.AddSingleton(new SettingsSection(section, typeof(T), isForCommands));
        return services.AddOptions<T>().BindConfiguration(section);
    }
}

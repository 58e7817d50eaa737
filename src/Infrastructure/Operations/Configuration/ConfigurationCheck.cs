namespace MyBudget.Infrastructure.Operations.Configuration;

/// <summary>Reads all settings before anything starts and reports every fault at once. Values are not repeated: they may be secrets.</summary>
internal sealed class ConfigurationCheck(IEnumerable<SettingsSection> sections, IConfiguration configuration, IServiceProvider services)
{
    /// <param name="required">Which sections have to be complete; of the others it is enough that they can be read.</param>
    public void Run(Func<SettingsSection, bool> required)
    {
        var faults = sections.SelectMany(section => FaultsOf(section, required(section))).Distinct(StringComparer.Ordinal).ToList();
        if (faults.Count > 0) throw new ConfigurationException(faults);
    }

    private IEnumerable<string> FaultsOf(SettingsSection section, bool isRequired)
    {
        var faults = SettingsReader.FaultsOf(configuration.GetSection(section.Name), section.Type).ToList();
        return faults.Count > 0 || !isRequired ? faults : Refused(section.Type);
    }

    private IEnumerable<string> Refused(Type type)
    {
        try
        {
            _ = services.GetRequiredService(typeof(IOptions<>).MakeGenericType(type)) is IOptions<object> { Value: not null };
            return [];
        }
        catch (OptionsValidationException refused)
        {
            return refused.Failures;
        }
    }
}

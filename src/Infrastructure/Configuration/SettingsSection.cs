namespace MyBudget.Infrastructure.Configuration;

/// <summary>A section of the configuration and the type it is read into, so that all can be checked together.</summary>
internal sealed record SettingsSection(string Name, Type Type);

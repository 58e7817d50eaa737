namespace MyBudget.Infrastructure.Operations.Configuration;

/// <summary>A section of the configuration and the type it is read into, so that all can be checked together.</summary>
/// <param name="IsForCommands">A command such as <c>db-apply</c> needs it to be complete too.</param>
internal sealed record SettingsSection(string Name, Type Type, bool IsForCommands);

namespace MyBudget.Infrastructure.Operations.Configuration;

/// <summary>Everything that is wrong with the configuration, for the operator who wrote it.</summary>
internal sealed class ConfigurationException(IEnumerable<string> faults)
    : Exception($"The configuration is not right:{string.Concat(faults.Select(fault => $"{Environment.NewLine}  - {fault}"))}");

namespace MyBudget.Infrastructure.Operations.OperatorPort;

/// <summary>Configuration section <c>Internal</c>: what only the operator's network may reach.</summary>
public sealed class OperatorPortSettings
{
    public const string Section = "Internal";

    /// <summary>The port of metrics and of health in detail; 0 for none. Never publish it.</summary>
    public int Port { get; set; }
}

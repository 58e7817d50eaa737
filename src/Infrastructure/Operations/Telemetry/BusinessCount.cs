namespace MyBudget.Infrastructure.Operations.Telemetry;

/// <summary>How much there is of something in the whole installation, for the operator. A feature registers one for each of its own.</summary>
/// <param name="Name">The instrument, <c>mybudget.users</c>.</param>
/// <param name="Sql">Answers with one number.</param>
public sealed record BusinessCount(string Name, string Unit, string Description, string Sql);

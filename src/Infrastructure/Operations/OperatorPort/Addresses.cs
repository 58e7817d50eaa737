namespace MyBudget.Infrastructure.Operations.OperatorPort;

/// <summary>Where the server listens, as ASP.NET Core reads it from the configuration.</summary>
internal static class Addresses
{
    public static string Public(IConfiguration configuration) =>
        configuration["urls"] is { Length: > 0 } urls ? urls
        : configuration["http_ports"] is { Length: > 0 } ports
            ? string.Join(';', ports.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(port => $"http://*:{port}"))
        : "http://localhost:5000";

    /// <summary>The same address, as this machine reaches it.</summary>
    public static string Local(string address) => address
        .Replace("//[::]", "//localhost", StringComparison.Ordinal)
        .Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal)
        .Replace("//*", "//localhost", StringComparison.Ordinal)
        .Replace("//+", "//localhost", StringComparison.Ordinal);
}

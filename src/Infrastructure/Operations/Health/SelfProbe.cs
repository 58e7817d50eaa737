using MyBudget.Infrastructure.Operations.OperatorPort;

namespace MyBudget.Infrastructure.Operations.Health;

/// <summary>
/// <c>healthcheck</c>: asks the server in the same container whether it has come up, and ends with 0 if so, else with 1. The image
/// has no other program that could. It builds no host, so that it costs little.
/// </summary>
internal static class SelfProbe
{
    private const string Command = "healthcheck";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static bool IsAsked(string[] args) => args is [Command];

    public static async Task<int> RunAsync()
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables("ASPNETCORE_").Build();
        var address = Addresses.Local(Addresses.Public(configuration).Split(';')[0]).Replace("//localhost", "//127.0.0.1", StringComparison.Ordinal);
        using var http = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await http.GetAsync(new Uri($"{address}/health/startup"));
            if (answer.IsSuccessStatusCode) return 0;
            await Console.Error.WriteLineAsync($"{Command}: {(int)answer.StatusCode}");
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync($"{Command}: no answer");
        }

        return 1;
    }
}

using Microsoft.AspNetCore.Hosting.Server;

namespace MyBudget.Development.Demo;

/// <summary>
/// Two years of a believable household, entered through the API like a client's. Every id follows from its name, so a second start
/// adds nothing and an interrupted one goes on.
/// </summary>
internal sealed partial class DemoHousehold(
    IServer server, IHostApplicationLifetime lifetime, ILogger<DemoHousehold> logger) : BackgroundService
{
    public const string Switch = "--demo";

    private const string Email = "demo@mybudget.example";

    /// <summary>Known to everybody by design: a server that has the demo holds nothing else worth keeping.</summary>
    private const string Password = "demo-household-2026";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var started = new TaskCompletionSource();
            await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
            await started.Task.WaitAsync(stoppingToken);

            using var http = new HttpClient { BaseAddress = new Uri(server.LocalAddress()!) };
            var client = new DemoClient(http);
            await client.SignInAsync(Email, Password, stoppingToken);
            Console.WriteLine($"The demo household logs in as {Email} with the password {Password}");
            await new DemoLedger(client).FillAsync(stoppingToken);
            Console.WriteLine("The demo household is complete");
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops before the demo is complete; the next start goes on.
        }
        catch (HttpRequestException exception)
        {
            LogFailed(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The demo household could not be entered")]
    private partial void LogFailed(Exception exception);
}

using System.Diagnostics;
using MyBudget.Development.EmbeddedPostgres;
using MyBudget.IntegrationTests.Infrastructure.Operations;

namespace MyBudget.IntegrationTests.App;

/// <summary>Two processes of the server on a PostgreSQL of their own, each of which can be killed and comes back at its address.</summary>
public sealed class RunningServers : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("mybudget-servers-").FullName;
    private readonly int[] _ports = [RunningProgram.FreePort(), RunningProgram.FreePort()];
    private readonly RunningProgram[] _programs = new RunningProgram[2];
    private EmbeddedPostgresServer _postgres = null!;

    public IReadOnlyList<string> Addresses => [.. _ports.Select(port => $"http://127.0.0.1:{port}")];

    /// <summary>Where the mail is that they send.</summary>
    public string Mail => Path.Combine(_directory, "mail");

    public async ValueTask InitializeAsync()
    {
        _postgres = await StartPostgresAsync();
        for (var place = 0; place < _programs.Length; place++) await StartAsync(place);
    }

    /// <summary>Kills one of them, as nothing can be caught, and starts it again.</summary>
    public async Task KillServerAsync(int place)
    {
        await _programs[place].DisposeAsync();
        await StartAsync(place);
    }

    /// <summary>Kills PostgreSQL's first process, which takes its others along, and starts it again on what it left.</summary>
    public async Task KillDatabaseAsync()
    {
        using (var process = Process.GetProcessById(_postgres.ProcessId))
        {
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await _postgres.DisposeAsync();
        _postgres = await StartPostgresAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var program in _programs.OfType<RunningProgram>()) await program.DisposeAsync();
        if (_postgres is not null) await _postgres.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    private Task<EmbeddedPostgresServer> StartPostgresAsync() => EmbeddedPostgresServer.StartAsync(
        new EmbeddedPostgresOptions
        {
            DataDirectory = Path.Combine(_directory, "postgres"),
            // What is killed is a process and not the machine, so what was written is there.
            Settings = new Dictionary<string, string> { ["fsync"] = "off" },
        },
        TestContext.Current.CancellationToken);

    private async Task StartAsync(int place) => _programs[place] = await RunningProgram.StartAsync("Development", _postgres.ConnectionString,
    [
        ("MYBUDGET_DATA", _directory), ("ASPNETCORE_URLS", Addresses[place]), ("Outbox:PollInterval", "00:00:00.2"), ("Daemon:Lease", "00:00:03"),
        ("Logging:LogLevel:Default", "Error"), ("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Information"),
        ("Limits:AddressPerMinute", "1000000"), ("Limits:UserPerMinute", "1000000"), .. Attempts(),
        ("App:Root", Path.Combine(EngineTests.App.FullName, "dist-web")),
    ]);

    /// <summary>Many users come from one address here, and invite each other more often than people do.</summary>
    private static IEnumerable<(string Key, string? Value)> Attempts() =>
        from what in new[] { "Register", "Mail", "Code", "Invite", "Invited" }
        from limit in new[] { "PerAccountAndAddress", "PerAccount", "PerAddress" }
        select ($"Attempts:{what}:{limit}", (string?)"1000000");
}

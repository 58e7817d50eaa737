using Alba;
using Marten;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using MyBudget.Development.EmbeddedPostgres;
using MyBudget.Domain;
using MyBudget.Infrastructure.Security;
using MyBudget.IntegrationTests;
using Npgsql;

[assembly: AssemblyFixture(typeof(AppFixture))]

namespace MyBudget.IntegrationTests;

/// <summary>The real host on a real PostgreSQL 17, started once. Tests do not clean up: each makes a user and a ledger of its own.</summary>
public sealed class AppFixture : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("mybudget-tests-").FullName;
    private EmbeddedPostgresServer? _postgres;
    private string? _server;
    private readonly List<string> _databases = [];

    public IAlbaHost Host { get; private set; } = null!;

    /// <summary>Connects to the database that the host uses.</summary>
    public string ConnectionString { get; private set; } = string.Empty;

    public async ValueTask InitializeAsync()
    {
        ConnectionString = await StartDatabaseAsync();
        Host = await StartHostAsync();
    }

    /// <summary>Another replica on the same database, with settings of its own.</summary>
    public Task<IAlbaHost> StartHostAsync(Action<IWebHostBuilder>? configure = null) => AlbaHost.For<global::Program>(web =>
    {
        web.UseSetting("Database:ConnectionString", ConnectionString);
        web.UseSetting("MYBUDGET_DATA", _directory);
        web.UseSetting("Passwords:WorkFactor", "4");
        web.UseSetting("Limits:AddressPerMinute", "1000000");
        web.UseSetting("Limits:UserPerMinute", "1000000");
        web.UseSetting("Limits:ImportsAtOnce", "1000");
        web.UseSetting("Limits:ImportsPerUser", "1000");
        web.UseSetting("Limits:ManyEntriesAtOnce", "1000");
        web.UseSetting("Limits:ManyEntriesPerUser", "1000");
        web.UseSetting("Limits:BatchesPerUser", "1000");
        web.UseSetting("Limits:ExportsAtOnce", "1000");
        web.UseSetting("Limits:ExportsPerUser", "1000");
        web.UseSetting("Attempts:Invite:PerAddress", "1000000");
        web.UseSetting("Attempts:Join:PerAddress", "1000000");
        configure?.Invoke(web);
    });

    /// <summary>A fresh, empty database on the same server, for a test that needs one alone.</summary>
    public async Task<string> CreateDatabaseAsync(string name) => _postgres is not null
        ? await _postgres.EnsureDatabaseAsync(name, TestContext.Current.CancellationToken)
        : await CreateThrowAwayDatabaseAsync(name);

    /// <summary>A user who is signed in, without the cost of a password.</summary>
    public Task<ApiClient> SignInAsync() => SignInAsync(Host, Guid.CreateVersion7());

    public static async Task<ApiClient> SignInAsync(IAlbaHost host, Guid userId)
    {
        var store = host.Services.GetRequiredService<IDocumentStore>();
        var now = host.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var session = new SignInSession(Guid.CreateVersion7(), userId, "tests", now, now, now.AddDays(1));
        await using (var documents = store.LightweightSession("outside"))
        {
            documents.Store(session);
            await documents.SaveChangesAsync();
        }

        return new ApiClient(host.Server.CreateClient(), userId, TestTokens.For(host, userId, session.Id));
    }

    /// <summary>A user with a ledger of their own.</summary>
    public async Task<LedgerClient> CreateLedgerAsync(string currency = "EUR")
    {
        var user = await SignInAsync();
        return await user.CreateLedgerAsync(currency);
    }

    /// <summary>The same ledger, seen by a new member.</summary>
    public async Task<LedgerClient> InviteAsync(LedgerClient ledger, LedgerRole role)
    {
        var member = await SignInAsync();
        return await Sharing.JoinAsync(Host, ledger, member, role);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        foreach (var database in _databases) await ExecuteAsync($"drop database if exists \"{database}\" with (force)", CancellationToken.None);
        if (_postgres is not null) await _postgres.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    private async Task<string> StartDatabaseAsync()
    {
        if (Environment.GetEnvironmentVariable("MYBUDGET_DATABASE") is { Length: > 0 } configured)
        {
            _server = configured;
            return await CreateThrowAwayDatabaseAsync("suite");
        }

        _postgres = await EmbeddedPostgresServer.StartAsync(
            new EmbeddedPostgresOptions
            {
                DataDirectory = Path.Combine(_directory, "postgres"),
                Settings = new Dictionary<string, string> { ["fsync"] = "off", ["full_page_writes"] = "off", ["max_connections"] = "200" },
            },
            TestContext.Current.CancellationToken);
        return _postgres.ConnectionString;
    }

    /// <summary>A configured database may be somebody's own: what is written here stays out of it.</summary>
    private async Task<string> CreateThrowAwayDatabaseAsync(string name)
    {
        var database = $"mybudget_tests_{name}_{Guid.CreateVersion7():N}";
        await ExecuteAsync($"create database \"{database}\"", TestContext.Current.CancellationToken);
        _databases.Add(database);
        return new NpgsqlConnectionStringBuilder(_server) { Database = database }.ConnectionString;
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(_server);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

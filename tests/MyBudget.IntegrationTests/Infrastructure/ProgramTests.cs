using System.Diagnostics;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using System.Threading.Channels;
using Npgsql;

namespace MyBudget.IntegrationTests.Infrastructure;

/// <summary>The program as an operator starts it: a process of its own.</summary>
public sealed class ProgramTests(AppFixture app)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task production_takes_its_schema_from_db_apply_and_changes_nothing_when_it_starts()
    {
        var database = await app.CreateDatabaseAsync($"production_{Guid.CreateVersion7():N}");

        (await RunToEndAsync("db-assert", database)).ShouldNotBe(0);
        await using (var server = await RunningProgram.StartAsync("Production", database))
        {
            using var http = new HttpClient { BaseAddress = server.Address };
            (await http.GetAsync("/health/live", TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
            ((int)(await http.GetAsync("/health/ready", TestContext.Current.CancellationToken)).StatusCode).ShouldBe(503);
        }

        (await TablesAsync(database)).ShouldBe(0);
        Directory.Exists(RunningProgram.Home).ShouldBeFalse();
        (await RunToEndAsync("db-apply", database)).ShouldBe(0);
        (await RunToEndAsync("db-assert", database)).ShouldBe(0);
        (await TablesAsync(database)).ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task a_port_that_is_taken_is_told_plainly()
    {
        await using var first = await RunningProgram.StartAsync("Production", app.ConnectionString);

        var start = RunningProgram.Start("Production", app.ConnectionString);
        start.Environment["ASPNETCORE_URLS"] = first.Address.ToString();
        start.RedirectStandardError = true;
        using var second = Process.Start(start)!;
        second.OutputDataReceived += (_, _) => { };
        second.BeginOutputReadLine();
        var said = await second.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        await second.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);

        second.ExitCode.ShouldBe(1);
        said.ShouldContain("choose another port");
        said.ShouldNotContain("Unhandled exception");
    }

    [Fact]
    public async Task the_demo_household_has_a_budget_in_every_state()
    {
        var database = await app.CreateDatabaseAsync($"demo_{Guid.CreateVersion7():N}");
        await using var server = await RunningProgram.StartAsync("Development", database, "--demo");
        var login = await server.SaysAsync("logs in as");
        await server.SaysAsync("is complete");

        using var http = new HttpClient { BaseAddress = server.Address };
        var words = login.Split(' ');
        using var signedIn = await http.PostAsJsonAsync(
            "/api/v1/auth/login", new { email = words[6], password = words[^1] }, TestContext.Current.CancellationToken);
        var token = (await signedIn.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("accessToken").GetString();
        var client = new ApiClient(http, Guid.Empty, token);
        var ledger = (await client.GetAsync("/api/v1/ledgers")).Items.Single().GetProperty("id").GetGuid();

        var states = (await client.GetAsync($"/api/v1/ledgers/{ledger}/budgets/status")).Items.Select(status => status.GetProperty("state").GetString());
        (await client.GetAsync($"/api/v1/ledgers/{ledger}/budgets")).Items.Length.ShouldBe(8);
        states.Distinct().ShouldBe(["onTrack", "warning", "exceeded"], ignoreOrder: true);
        (await client.GetAsync($"/api/v1/ledgers/{ledger}/accounts")).Items.Select(account => account.GetProperty("currency").GetString())
            .Distinct().ShouldBe(["EUR", "USD"], ignoreOrder: true);
    }

    private static async Task<int> RunToEndAsync(string command, string database)
    {
        using var process = Process.Start(RunningProgram.Start("Production", database, command))!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        return process.ExitCode;
    }

    private static async Task<long> TablesAsync(string database)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("select count(*) from pg_tables where schemaname = 'public'", connection);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private sealed class RunningProgram : IAsyncDisposable
    {
        private static readonly string SigningKey = NewSigningKey();
        private readonly Process _process;
        private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

        /// <summary>In its own output folder: beside the tests it would find their assemblies.</summary>
        private static string Assembly
        {
            get
            {
                var output = new DirectoryInfo(AppContext.BaseDirectory);
                return Path.Combine(output.Parent!.Parent!.Parent!.Parent!.Parent!.FullName, "src", "bin", output.Parent.Name, output.Name, "MyBudget.dll");
            }
        }

        private RunningProgram(Process process)
        {
            _process = process;
            process.OutputDataReceived += (_, line) => _lines.Writer.TryWrite(line.Data ?? string.Empty);
            process.BeginOutputReadLine();
        }

        public Uri Address { get; private set; } = null!;

        /// <summary>Where a program finds the folder of whoever runs it: it has nothing to keep there.</summary>
        public static string Home { get; } = Path.Combine(Path.GetTempPath(), $"mybudget-home-{Guid.CreateVersion7():N}");

        public static async Task<RunningProgram> StartAsync(string environment, string database, params string[] arguments)
        {
            var program = new RunningProgram(Process.Start(Start(environment, database, arguments))!);
            // Kestrel chose the port; the log tells it in any environment.
            program.Address = new Uri((await program.SaysAsync("http://")).Split(' ')[^1]);
            return program;
        }

        public static ProcessStartInfo Start(string environment, string database, params string[] arguments)
        {
            var start = new ProcessStartInfo("dotnet", [Assembly, .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false };
            start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
            start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
            start.Environment["MYBUDGET_DATABASE"] = database;
            start.Environment["Tokens__SigningKeys__0"] = SigningKey;
            start.Environment["Passwords__WorkFactor"] = "4";
            start.Environment["HOME"] = Home;
            return start;
        }

        /// <summary>Waits for a line that holds the text.</summary>
        public async Task<string> SaysAsync(string text)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            patience.CancelAfter(Patience);
            while (true)
            {
                var line = await _lines.Reader.ReadAsync(patience.Token);
                if (line.Contains(text, StringComparison.Ordinal)) return line;
            }
        }

        public async ValueTask DisposeAsync()
        {
            if (!_process.HasExited) _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        private static string NewSigningKey()
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            return key.ExportPkcs8PrivateKeyPem();
        }
    }
}

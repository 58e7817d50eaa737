using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Alba;
using MyBudget.Development.EmbeddedPostgres;
using MyBudget.IntegrationTests.Development;
using Npgsql;

namespace MyBudget.IntegrationTests.Infrastructure.Operations;

/// <summary>Replicas serve on when the database's password changes, and when another server takes over.</summary>
public sealed class DatabaseChangeTests(EmptyCluster empty, AppFixture app) : EmbeddedPostgresScenario(empty)
{
    [Fact]
    public async Task a_password_is_changed_while_replicas_know_both()
    {
        var options = Options("data");
        await Empty.CopyToAsync(options.DataDirectory, Cancellation);
        await File.WriteAllTextAsync(
            Path.Combine(options.DataDirectory, "pg_hba.conf"), "local all worker scram-sha-256\nlocal all all trust\n", Cancellation);
        await using var server = await EmbeddedPostgresServer.StartAsync(options, Cancellation);
        await ExecuteAsync(server, "create role worker superuser login password 'old'");
        var worker = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Username = "worker" }.ConnectionString;
        await using var host = await StartHostAsync(worker, ("Database:Password", "old"), ("Database:OtherPassword", "new"));
        await using var behind = await StartHostAsync(worker, ("Database:Password", "old"));
        var ledger = await (await AppFixture.SignInAsync(host, Guid.CreateVersion7())).CreateLedgerAsync();

        await ExecuteAsync(server, "alter role worker password 'new'");
        await ExecuteAsync(server, "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'worker'");

        await UntilAsync(async () => (await ledger.GetAsync(ledger.Path)).Status == HttpStatusCode.OK);
        await ledger.OpenAccountAsync();
        (await new ApiClient(behind.Server.CreateClient(), Guid.Empty, null).GetAsync("/health/ready")).ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task a_host_that_gives_no_answer_is_asked_once_and_then_passed_over()
    {
        await using var server = await StartAsync("alone");
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var asked = 0;
        var listening = Task.Run(async () =>
        {
            var connections = new List<TcpClient>();
            try
            {
                while (true)
                {
                    connections.Add(await silent.AcceptTcpClientAsync(Cancellation));
                    Interlocked.Increment(ref asked);
                }
            }
            catch (Exception end) when (end is SocketException or OperationCanceledException)
            {
                connections.ForEach(connection => connection.Dispose());
            }
        }, Cancellation);
        var address = new NpgsqlConnectionStringBuilder(server.ConnectionString);
        address.Host = $"127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port},{address.Host}";
        await using var host = await StartHostAsync(address.ConnectionString, ("Health:CacheFor", "00:00:00.001"));
        var client = new ApiClient(host.Server.CreateClient(), Guid.Empty, null);
        var ledger = await (await AppFixture.SignInAsync(host, Guid.CreateVersion7())).CreateLedgerAsync();
        await UntilAsync(async () => (await client.GetAsync("/health/ready")).Status == HttpStatusCode.OK);

        var before = asked;
        for (var n = 0; n < 10; n++)
        {
            (await client.GetAsync("/health/ready")).ShouldBe(HttpStatusCode.OK);
            (await ledger.GetAsync(ledger.Path)).ShouldBe(HttpStatusCode.OK);
        }

        asked.ShouldBe(before);
        silent.Stop();
        await listening;
    }

    [Fact]
    public async Task a_standby_that_is_promoted_is_found_without_a_restart()
    {
        await using (await StartAsync("a"))
        {
        }

        await ServerProcess.ExpectAsync(["cp", "--archive", Options("a").DataDirectory, Options("b").DataDirectory], Cancellation);
        var first = await StartAsync("a");
        var address = new NpgsqlConnectionStringBuilder(first.ConnectionString);
        await using var second = await StartStandbyAsync("b", address);
        var both = new NpgsqlConnectionStringBuilder(first.ConnectionString)
        {
            Host = $"{new NpgsqlConnectionStringBuilder(second.ConnectionString).Host},{address.Host}",
        }.ConnectionString;
        await using var host = await StartHostAsync(both);
        var ledger = await (await AppFixture.SignInAsync(host, Guid.CreateVersion7())).CreateLedgerAsync();
        var account = await ledger.OpenAccountAsync();
        await ledger.RecordAsync(new { accountId = account, date = "2026-02-28", amount = -100 });
        await UntilAsync(async () => await ScalarAsync(second, "select to_regclass('mt_doc_transaction')::text") == "mt_doc_transaction"
            && await ScalarAsync(second, "select count(*) from mt_doc_transaction") == "1");

        using (var process = Process.GetProcessById(first.ProcessId))
        {
            process.Kill();
            await process.WaitForExitAsync(Cancellation);
        }

        (await ScalarAsync(second, "select pg_promote()")).ShouldBe("True");

        await UntilAsync(async () =>
        {
            var answer = await ledger.PostAsync("transactions", new { accountId = account, date = "2026-02-28", amount = -1 });
            if (answer.Status != HttpStatusCode.Created) answer.ShouldBe(HttpStatusCode.ServiceUnavailable);
            return answer.Status == HttpStatusCode.Created;
        });
        (await ledger.BalanceAsync(account)).ShouldBe(-101);
        (await new ApiClient(host.Server.CreateClient(), Guid.Empty, null).GetAsync("/health/ready")).ShouldBe(HttpStatusCode.OK);
        await first.DisposeAsync();
    }

    private Task<IAlbaHost> StartHostAsync(string database, params (string Key, string Value)[] settings) => app.StartHostAsync(web =>
    {
        web.UseSetting("Database:ConnectionString", database);
        web.UseSetting("MYBUDGET_DATA", Root);
        web.UseSetting("Health:CacheFor", "00:00:00");
        foreach (var (key, value) in settings) web.UseSetting(key, value);
    });

    private async Task<EmbeddedPostgresServer> StartStandbyAsync(string name, NpgsqlConnectionStringBuilder primary)
    {
        var options = Options(name);
        await ServerProcess.ExpectAsync(["cp", "--archive", Path.Combine(options.DataDirectory, "PG_VERSION"), Path.Combine(options.DataDirectory, "standby.signal")], Cancellation);
        return await EmbeddedPostgresServer.StartAsync(options with
        {
            Settings = new Dictionary<string, string>(options.Settings, StringComparer.Ordinal)
            {
                ["primary_conninfo"] = $"host={primary.Host} user={primary.Username}",
            },
        }, Cancellation);
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await holds()) patience.Token.ThrowIfCancellationRequested();
    }
}

using System.Globalization;
using System.Net;
using System.Text.Json;
using Npgsql;

namespace MyBudget.IntegrationTests.Infrastructure.Operations;

/// <summary>A replica in production: what it says to whom, how it stops, and what it writes down.</summary>
public sealed class ProductionTests(AppFixture app)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task names_every_fault_of_the_configuration_at_once_and_does_not_start()
    {
        var (code, errors) = await RunningProgram.RunToEndAsync("Production", null,
        [
            ("Tokens__SigningKeys__0", "not a key"), ("Tokens__AccesTokenLifetime", "00:10:00"), ("Limits__BodyBytes", "many"),
            ("Health__Timeout", "soon"), ("Mail__Security", "Perhaps"), ("Edge__Networks", "10.0.0.0/99"), ("Sentry__Dsn", "nowhere"),
            ("Database__Replicas", "40"), ("Retention__Keep__Everything", "1.00:00:00"), ("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true"),
            // An older release had it; it has no effect.
            ("Daemon__GapPatience", "00:00:01"),
        ]);

        code.ShouldBe(1);
        foreach (var fault in new[]
                 {
                     "Tokens:AccesTokenLifetime is not a setting", "Limits:BodyBytes is not a whole number", "Health:Timeout is not a time",
                     "Mail:Security is not one of", "Edge:Networks is not a list of networks", "Sentry:Dsn is not an address",
                     "Database:MaxConnections leaves 40 replicas", "No database is configured", "Retention:Keep names something",
                     "ASPNETCORE_FORWARDEDHEADERS_ENABLED lets every client",
                 }) errors.ShouldContain(fault);
        errors.ShouldNotContain("GapPatience");
        errors.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task a_command_asks_for_the_database_alone()
    {
        var (code, errors) = await RunningProgram.RunToEndAsync("Production", null, [("Tokens__SigningKeys__0", string.Empty)], "db-assert");
        code.ShouldBe(1);
        errors.ShouldContain("No database is configured");
        errors.ShouldNotContain("SigningKeys");

        (await RunningProgram.RunToEndAsync("Production", app.ConnectionString, [("Tokens__SigningKeys__0", string.Empty)], "db-assert")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task a_bad_signing_key_is_named_and_not_repeated()
    {
        var (code, errors) = await RunningProgram.RunToEndAsync("Production", app.ConnectionString, [("Tokens__SigningKeys__0", "my secret key")]);

        code.ShouldBe(1);
        errors.ShouldContain("Tokens:SigningKeys holds something");
        errors.ShouldNotContain("my secret key");
    }

    [Fact]
    public async Task secrets_are_read_from_files_and_win()
    {
        var secrets = Directory.CreateTempSubdirectory("mybudget-secrets-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(secrets.FullName, "Database__ConnectionString"), app.ConnectionString + "\n", Cancellation);
            await using var program = await RunningProgram.StartAsync("Production", "Host=nowhere.invalid", [("MYBUDGET_SECRETS", secrets.FullName)]);
            using var http = new HttpClient { BaseAddress = program.Address };
            (await StatusAsync(http, "/health/ready")).ShouldBe(HttpStatusCode.OK);
        }
        finally
        {
            secrets.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task metrics_and_details_are_on_the_internal_port_alone()
    {
        var port = RunningProgram.FreePort();
        await using var program = await RunningProgram.StartAsync(
            "Production", app.ConnectionString, [("Internal__Port", port.ToString(CultureInfo.InvariantCulture))]);
        using var outside = new HttpClient { BaseAddress = program.Address };
        using var inside = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

        (await outside.GetStringAsync("/health/ready", Cancellation)).ShouldBe("""{"status":"ok"}""");
        (await inside.GetStringAsync("/health/ready", Cancellation)).ShouldContain("\"missing\":{}");
        var metrics = await MetricsAsync(inside, "mybudget_transactions");
        foreach (var name in new[] { "mybudget_users", "mybudget_ledgers", "mybudget_imports", "http_server_request_duration_seconds", "pool_name=\"requests\"" })
            metrics.ShouldContain(name);
        metrics.ShouldNotContain("Username=");

        (await StatusAsync(outside, "/metrics")).ShouldBe(HttpStatusCode.NotFound);
        using var disguised = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        disguised.Headers.Host = $"127.0.0.1:{port}";
        (await outside.SendAsync(disguised, Cancellation)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(inside, "/api/v1/me")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task a_replica_that_is_told_to_stop_says_so_at_once_and_serves_on()
    {
        await using var program = await RunningProgram.StartAsync("Production", app.ConnectionString, [("Health__Drain", "00:00:03"), ("Health__CacheFor", "00:00:00")]);
        using var http = new HttpClient { BaseAddress = program.Address };
        (await StatusAsync(http, "/health/ready")).ShouldBe(HttpStatusCode.OK);

        await program.TerminateAsync();

        while (await StatusAsync(http, "/health/ready") == HttpStatusCode.OK) Cancellation.ThrowIfCancellationRequested();
        (await StatusAsync(http, "/health/ready")).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await StatusAsync(http, "/health/live")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(http, "/health/startup")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(http, "/.well-known/jwks.json")).ShouldBe(HttpStatusCode.OK);
        (await program.ExitAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task probes_itself()
    {
        var port = RunningProgram.FreePort();
        (string, string?)[] here = [("ASPNETCORE_URLS", $"http://127.0.0.1:{port}")];
        (await RunningProgram.RunToEndAsync("Production", null, here, "healthcheck")).Code.ShouldBe(1);

        await using var program = await RunningProgram.StartAsync("Production", app.ConnectionString, here);
        // One probe waits three seconds, which a busy machine may need for more; who asks in earnest asks again, too.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while ((await RunningProgram.RunToEndAsync("Production", null, here, "healthcheck")).Code != 0) patience.Token.ThrowIfCancellationRequested();
    }

    [Fact]
    public async Task never_becomes_healthy_without_the_schema_and_stays_so_once_it_was()
    {
        var database = await app.CreateDatabaseAsync($"startup_{Guid.CreateVersion7():N}");
        await using var program = await RunningProgram.StartAsync("Production", database, [("Health__CacheFor", "00:00:00")]);
        using var http = new HttpClient { BaseAddress = program.Address };
        (await StatusAsync(http, "/health/startup")).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await StatusAsync(http, "/health/live")).ShouldBe(HttpStatusCode.OK);

        (await RunningProgram.RunToEndAsync("Production", database, [], "db-apply")).Code.ShouldBe(0);
        (await StatusAsync(http, "/health/startup")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(http, "/health/ready")).ShouldBe(HttpStatusCode.OK);

        var name = new NpgsqlConnectionStringBuilder(database).Database;
        await ExecuteAsync(app.ConnectionString, $"alter database {name} with allow_connections false");
        await ExecuteAsync(app.ConnectionString, $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'");
        (await StatusAsync(http, "/health/ready")).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await StatusAsync(http, "/health/startup")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task the_log_is_json_with_traces_and_without_anything_personal()
    {
        await using var program = await RunningProgram.StartAsync(
            "Production", app.ConnectionString, [("Logging__LogLevel__MyBudget", "Trace"), ("Attempts__Login__PerAccountAndAddress", "2"), ("Tokens__RefreshGrace", "00:00:00")]);
        using var http = new HttpClient { BaseAddress = program.Address };
        var email = $"ada.{Guid.CreateVersion7():N}@example.org";
        var anonymous = new ApiClient(http, Guid.Empty, null);
        var registered = await anonymous.PostAsync("/api/v1/auth/register", new { email, password = "correct horse battery staple", displayName = "Ada Lovelace" });
        registered.ShouldBe(HttpStatusCode.Created);
        var (access, refresh) = (registered.Body.GetProperty("accessToken").GetString()!, registered.Body.GetProperty("refreshToken").GetString()!);
        var ledger = await new ApiClient(http, Guid.Empty, access).CreateLedgerAsync();
        var account = await ledger.OpenAccountAsync("Kontonamen");
        await ledger.RecordAsync(new { accountId = account, date = "2026-02-28", amount = -7654321, payee = "Zahlungsempfaenger", note = "Verwendungszweck" });
        await ledger.GetAsync("transactions?q=Suchbegriff&minAmount=x");
        await ledger.PostAsync("transactions", """{"amount": 9876543""");
        await anonymous.PostAsync("/api/v1/auth/refresh", new { refreshToken = refresh });
        await anonymous.PostAsync("/api/v1/auth/refresh", new { refreshToken = refresh });
        for (var n = 0; n < 4; n++) await anonymous.PostAsync("/api/v1/auth/login", new { email, password = "wrong password" });
        await anonymous.PostAsync("/api/v1/auth/password/forgot", new { email });
        await anonymous.GetAsync("/nowhere/Geheimnis?code=Abfragewert");
        await program.TerminateAsync();
        await program.ExitAsync();

        var lines = program.Output.Where(line => line.Length > 0).ToList();
        lines.ShouldNotBeEmpty();
        foreach (var line in lines) JsonDocument.Parse(line).RootElement.TryGetProperty("level", out _).ShouldBeTrue(line);
        lines.ShouldContain(line => line.Contains("\"traceId\"", StringComparison.Ordinal));
        foreach (var said in new[] { "kind=login outcome=failed\"", "kind=login outcome=limited\"", "kind=refresh outcome=reused\"" })
            lines.ShouldContain(line => line.Contains(said, StringComparison.Ordinal), said);
        foreach (var secret in new[]
                 {
                     email, email.Split('@')[0], access, refresh, "Ada Lovelace", "battery", "wrong password", "Kontonamen", "7654321", "9876543",
                     "Zahlungsempfaenger", "Verwendungszweck", "Suchbegriff", "Geheimnis", "Abfragewert", "from=",
                 }) lines.ShouldAllBe(line => !line.Contains(secret, StringComparison.Ordinal), secret);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(path, Cancellation);
        return answer.StatusCode;
    }

    private static async Task<string> MetricsAsync(HttpClient inside, string until)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var metrics = await inside.GetStringAsync("/metrics", patience.Token);
            if (metrics.Contains(until, StringComparison.Ordinal)) return metrics;
        }
    }

    private static async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}

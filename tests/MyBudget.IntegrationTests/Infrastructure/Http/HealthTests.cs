using System.Net;
using MyBudget.IntegrationTests.Infrastructure.Operations;
using Npgsql;

namespace MyBudget.IntegrationTests.Infrastructure.Http;

public sealed class HealthTests(AppFixture app)
{
    [Fact]
    public async Task is_ready_only_while_the_database_answers()
    {
        var name = $"health_{Guid.CreateVersion7():N}";
        await AdministerAsync($"create database {name}");
        var own = new NpgsqlConnectionStringBuilder(app.ConnectionString) { Database = name }.ConnectionString;
        try
        {
            await using var host = await app.StartHostAsync(web =>
            {
                web.UseSetting("Database:ConnectionString", own);
                web.UseSetting("Health:CacheFor", "00:00:00");
                web.UseSetting(InternalPort.Setting.Key, InternalPort.Setting.Value);
            });
            var client = new ApiClient(host.Server.CreateClient(), Guid.Empty, null);
            (await client.GetAsync("/health/ready")).ShouldBe(HttpStatusCode.OK);

            await AdministerAsync($"alter database {name} with allow_connections false");
            await AdministerAsync($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'");
            var away = await client.GetAsync("/health/ready");
            away.ShouldBe(HttpStatusCode.ServiceUnavailable);
            away.Text.ShouldBe("""{"status":"unavailable"}""");
            var (status, details) = await InternalPort.GetAsync(host, "/health/ready");
            status.ShouldBe(503);
            details.GetProperty("missing").GetProperty("database").GetString().ShouldBe("no answer");
            (await client.GetAsync("/health/live")).ShouldBe(HttpStatusCode.OK);

            await AdministerAsync($"alter database {name} with allow_connections true");
            (await client.GetAsync("/health/ready")).ShouldBe(HttpStatusCode.OK);
        }
        finally
        {
            await AdministerAsync($"drop database {name} with (force)");
        }
    }

    private async Task AdministerAsync(string sql)
    {
        await using var database = new NpgsqlConnection(app.ConnectionString);
        await database.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, database);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}

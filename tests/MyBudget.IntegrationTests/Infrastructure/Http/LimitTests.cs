using System.Globalization;
using System.Net;
using Npgsql;

namespace MyBudget.IntegrationTests.Infrastructure.Http;

public sealed class LimitTests(AppFixture app)
{
    [Fact]
    public async Task too_many_requests_are_told_when_to_come_back()
    {
        await using var host = await app.StartHostAsync(web => web.UseSetting("Limits:UserPerMinute", "3"));
        var user = await AppFixture.SignInAsync(host, Guid.CreateVersion7());
        var answers = new List<ApiResponse>();
        for (var count = 0; count < 8; count++) answers.Add(await user.GetAsync("/api/v1/ledgers"));

        var refused = answers.First(answer => answer.Status != HttpStatusCode.OK);
        refused.ShouldBeProblem(HttpStatusCode.TooManyRequests, "http.too-many-requests");
        int.Parse(refused.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture).ShouldBeGreaterThan(0);
        (await (await AppFixture.SignInAsync(host, Guid.CreateVersion7())).GetAsync("/api/v1/ledgers")).ShouldBe(HttpStatusCode.OK);
        (await user.GetAsync("/health/live")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task a_request_that_takes_too_long_is_given_up()
    {
        await using var host = await app.StartHostAsync(web => web.UseSetting("Limits:RequestTimeout", "00:00:01"));
        var ledger = await (await AppFixture.SignInAsync(host, Guid.CreateVersion7())).CreateLedgerAsync();

        await using var database = new NpgsqlConnection(app.ConnectionString);
        await database.OpenAsync(TestContext.Current.CancellationToken);
        await using (var transaction = await database.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            await using var held = new NpgsqlCommand("select from ledger_heads where ledger_id = $1 for update", database, transaction);
            held.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = ledger.LedgerId });
            await held.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

            (await ledger.PostAsync("categories", new { name = "Tea", group = "Tests", kind = "expense" }))
                .ShouldBeProblem(HttpStatusCode.GatewayTimeout, "http.timeout");
        }

        await ledger.CreateCategoryAsync("Tea");
    }
}

using System.Net;

namespace MyBudget.IntegrationTests.Infrastructure.Http;

public sealed class PreconditionTests(AppFixture app)
{
    private static readonly (string Name, string Value) Stale = ("If-Match", "\"99\"");

    [Fact]
    public async Task every_change_of_one_resource_heeds_the_version_that_the_client_saw()
    {
        var ledger = await app.CreateLedgerAsync();
        var account = await ledger.OpenAccountAsync();
        var transaction = (await ledger.RecordAsync(new { accountId = account, date = "2026-03-14", amount = -5 })).GetProperty("id");

        Refused(await ledger.PostAsync($"accounts/{account}/closure", null, Stale));
        Refused(await ledger.DeleteAsync($"accounts/{account}/closure", Stale));
        Refused(await ledger.DeleteAsync($"transactions/{transaction}", Stale));
        (await ledger.DeleteAsync($"transactions/{transaction}", ("If-Match", "\"1\""))).ShouldBe(HttpStatusCode.NoContent);
        Refused(await ledger.PostAsync($"transactions/{transaction}/restoration", null, Stale));
        (await ledger.PostAsync($"transactions/{transaction}/restoration", null, ("If-Match", "\"2\""))).ShouldBe(HttpStatusCode.OK);
        Refused(await ledger.PostAsync($"transactions/{transaction}/restoration", null, Stale));
        Refused(await app.Host.DeleteLedgerAsync(ledger, Stale));

        var tag = (await ledger.GetAsync($"accounts/{account}")).ETag!;
        (await ledger.PostAsync($"accounts/{account}/closure", null, ("If-Match", tag))).ShouldBe(HttpStatusCode.OK);
        Refused(await ledger.DeleteAsync($"accounts/{account}/closure", ("If-Match", tag)));
        (await app.Host.DeleteLedgerAsync(ledger, ("If-Match", (await ledger.GetAsync(ledger.Path)).ETag!))).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task a_nil_id_is_one_that_is_not_there()
    {
        var ledger = await app.CreateLedgerAsync();
        foreach (var collection in new[] { "accounts", "budgets", "categories", "transactions" })
            Missing(await ledger.PatchAsync($"{collection}/{Guid.Empty}", new { name = "A" }));
        foreach (var collection in new[] { "budgets", "categories", "transactions", "imports" })
            Missing(await ledger.DeleteAsync($"{collection}/{Guid.Empty}"));
        Missing(await ledger.PostAsync($"accounts/{Guid.Empty}/closure"));
        Missing(await ledger.DeleteAsync($"accounts/{Guid.Empty}/closure"));
        Missing(await ledger.PostAsync($"transactions/{Guid.Empty}/restoration"));
    }

    private static void Refused(ApiResponse answer) => answer.ShouldBeProblem(HttpStatusCode.PreconditionFailed, "http.precondition-failed");

    private static void Missing(ApiResponse answer) => answer.ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
}

using System.Net;
using System.Text.Json;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using MyBudget.Domain;
using MyBudget.Infrastructure.Database;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Security;
using Npgsql;

namespace MyBudget.IntegrationTests.Infrastructure.Security;

/// <summary>Access that the first statement checks is, to clients, access that was checked first.</summary>
public sealed class LateAccessTests(AppFixture app)
{
    [Fact]
    public async Task a_sign_in_that_has_ended_opens_no_route_whatever_is_asked()
    {
        var ledger = await app.CreateLedgerAsync();
        var before = await ledger.RevisionAsync();
        await EndSignInsAsync(ledger.UserId);

        foreach (var route in Route.All(app.Host).Where(route => route.IsOfLedger))
        {
            var path = route.Fill(name => (name == Policies.LedgerRouteKey ? ledger.LedgerId : Guid.CreateVersion7()).ToString());
            var answer = await ledger.SendAsync(route.HttpMethod, $"{path}?limit=0&on=x", route.Garbage());
            answer.Status.ShouldBe(HttpStatusCode.Unauthorized, $"{route.Name}: {answer.Text}");
            answer.Headers.WwwAuthenticate.ToString().ShouldContain("invalid_token", Case.Sensitive, route.Name);
        }

        (await RevisionAsync(ledger)).ShouldBe(before);
    }

    [Theory]
    [InlineData("transactions?limit=0", "limit")]
    [InlineData("transactions?from=x", "from")]
    [InlineData("budgets/status?on=x", "on")]
    public async Task what_is_wrong_with_a_request_is_only_said_to_who_may_make_it(string path, string field)
    {
        var ledger = await app.CreateLedgerAsync();
        var stranger = ledger.As(await app.SignInAsync());

        (await ledger.GetAsync(path)).ShouldBe(HttpStatusCode.BadRequest).ShouldBlame(field);
        (await stranger.GetAsync(path)).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
    }

    [Fact]
    public async Task a_writer_who_is_refused_takes_no_revision()
    {
        var ledger = await app.CreateLedgerAsync();
        var account = await ledger.OpenAccountAsync();
        var viewer = await ledger.InviteAsync(LedgerRole.Viewer);
        var stranger = ledger.As(await app.SignInAsync());
        var before = await ledger.RevisionAsync();
        var entry = new { accountId = account, date = "2026-03-14", amount = -1250 };

        (await viewer.PostAsync("transactions", entry)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.forbidden");
        (await stranger.PostAsync("transactions", entry)).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");

        (await ledger.RevisionAsync()).ShouldBe(before);
    }

    // Else the time that a refusal takes would tell what a search finds in somebody else's ledger.
    [Fact]
    public async Task a_refused_read_looks_at_nothing_in_the_ledger()
    {
        var ledger = await app.CreateLedgerAsync();
        await ledger.RecordAsync(new { accountId = await ledger.OpenAccountAsync(), date = "2026-03-14", amount = -1250 });

        (await LoopsAsync(ledger, ledger.UserId)).ShouldBe(1);
        (await LoopsAsync(ledger, Guid.CreateVersion7())).ShouldBe(0);
    }

    /// <summary>How often PostgreSQL went through the transactions for that user.</summary>
    private async Task<int> LoopsAsync(LedgerClient ledger, Guid user)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var membership = LedgerMembership.IdOf(ledger.LedgerId, user);
        var access = new PendingAccess(
            () => $"select (select role from mt_doc_ledger_membership where id = {membership}) as role", LedgerRole.Viewer);
        var tenant = ledger.LedgerId.ToString();
        Sql read = $"select data from mt_doc_transaction where tenant_id = {tenant} order by date desc, id desc limit 51";
        await using var database = NpgsqlDataSource.Create(app.ConnectionString);
        var plan = await database.Sql(new Sql(0, 0).Append($"explain (analyze, format json) ").Append(access.Guarding(read)))
            .FirstOrDefaultAsync(row => row.GetString(0), cancellation);
        return LoopsOf(JsonDocument.Parse(plan!).RootElement[0].GetProperty("Plan"))!.Value;
    }

    private static int? LoopsOf(JsonElement node) =>
        node.TryGetProperty("Relation Name", out var name) && name.GetString() == "mt_doc_transaction"
            ? node.GetProperty("Actual Loops").GetInt32()
            : node.TryGetProperty("Plans", out var plans) ? plans.EnumerateArray().Select(LoopsOf).FirstOrDefault(loops => loops is not null) : null;

    private async Task<long> RevisionAsync(LedgerClient ledger) =>
        (await LedgerDatabase.Of(app, ledger).QueryAsync<long>("select revision from ledger_heads where ledger_id = @ledger"))[0];

    private async Task EndSignInsAsync(Guid userId)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var documents = app.Host.Services.GetRequiredService<IDocumentStore>().LightweightSession("outside");
        foreach (var session in await documents.Query<SignInSession>().Where(session => session.UserId == userId).ToListAsync(cancellation))
            documents.Store(session with { EndedAt = session.CreatedAt, EndedBy = "revoked" });
        await documents.SaveChangesAsync(cancellation);
    }
}

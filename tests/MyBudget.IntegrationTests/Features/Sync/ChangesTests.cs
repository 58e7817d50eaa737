using System.Net;
using MyBudget.Domain;

namespace MyBudget.IntegrationTests.Features.Sync;

public sealed class ChangesTests(AppFixture app)
{
    [Fact]
    public async Task of_one_write_are_what_it_changed_and_nothing_derived()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, copy) = (await ledger.OpenAccountAsync(), new LedgerCopy(ledger));
        await copy.PullAsync();
        var before = copy.Read.Count;

        var entry = await ledger.RecordAsync(new { accountId = bank, date = "2026-11-02", amount = -350, payee = "Bakery" });

        var page = (await ledger.GetAsync($"changes?since={copy.Cursor}")).ShouldBe(HttpStatusCode.OK);
        var item = page.Items.ShouldHaveSingleItem();
        item.GetProperty("kind").GetString().ShouldBe("transaction");
        item.GetProperty("revision").GetInt64().ShouldBe(await ledger.RevisionAsync());
        item.GetProperty("deleted").GetBoolean().ShouldBeFalse();
        item.GetProperty("data").ShouldBeJson(entry);
        page.Body.GetProperty("hasMore").GetBoolean().ShouldBeFalse();
        before.ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task are_read_page_by_page_within_one_write()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, copy) = (await ledger.OpenAccountAsync(), new LedgerCopy(ledger));
        await copy.PullAsync();
        foreach (var half in new[] { 0, 1 })
        {
            await ledger.PostAsync("transactions/batch", new
            {
                transactions = Enumerable.Range(0, 500).Select(n => new { accountId = bank, date = "2026-11-02", amount = -1 - n - (half * 500) }),
            });
        }

        (await copy.PullPageAsync(7)).ShouldBeTrue();
        copy.Cursor!.ShouldContain(".transaction.");
        await ledger.PatchAsync($"accounts/{bank}", new { name = "Meanwhile" });
        await copy.PullAsync(() => 130);

        copy.Entities.Keys.Count(key => key.Kind == "transaction").ShouldBe(1_000);
        copy.Cursor!.Split('.').Length.ShouldBe(2);
        await copy.ShouldBeTheServersAsync();
        await Digest.ShouldBeOfAsync(ledger, copy);
    }

    [Fact]
    public async Task begin_without_tombstones_of_before_and_tell_of_those_since()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var entries = new List<Guid>();
        for (var day = 1; day <= 4; day++)
            entries.Add((await ledger.RecordAsync(new { accountId = bank, date = $"2026-11-0{day}", amount = -day })).GetProperty("id").GetGuid());
        await ledger.DeleteAsync($"transactions/{entries[0]}");
        var copy = new LedgerCopy(ledger);

        (await copy.PullPageAsync(1)).ShouldBeTrue();
        copy.Cursor!.ShouldContain(".f");
        await ledger.DeleteAsync($"transactions/{entries[1]}");
        await copy.PullAsync(() => 2);

        copy.Read.Where(item => item.Deleted).ShouldBe([("transaction", entries[1], true)]);
        copy.Cursor!.ShouldNotContain(".f");
        await ledger.DeleteAsync($"transactions/{entries[2]}");
        await ledger.PostAsync($"transactions/{entries[0]}/restoration");
        await copy.PullAsync();
        copy.Read.Where(item => item.Deleted).Select(item => item.Id).ShouldBe([entries[1], entries[2]]);
        await copy.ShouldBeTheServersAsync();
    }

    [Fact]
    public async Task of_some_kinds_are_those_alone()
    {
        var ledger = await app.CreateLedgerAsync();
        await ledger.OpenAccountAsync();
        var copy = new LedgerCopy(ledger, "account,ledger");

        await copy.PullAsync(() => 1);
        await ledger.CreateCategoryAsync("Tea");
        await copy.PullAsync();

        copy.Read.Select(item => item.Kind).ShouldBe(["ledger", "account"]);
        copy.Cursor!.ShouldEndWith($".{await ledger.RevisionAsync()}");
    }

    [Fact]
    public async Task that_a_client_has_are_not_sent_again()
    {
        var ledger = await app.CreateLedgerAsync();
        var older = (await ledger.GetAsync("changes")).Body.GetProperty("cursor").GetString();
        await ledger.OpenAccountAsync();
        var first = (await ledger.GetAsync("changes")).ShouldBe(HttpStatusCode.OK);
        var (tag, cursor) = (("If-None-Match", first.ETag!), first.Body.GetProperty("cursor").GetString());

        foreach (var path in new[] { "changes", $"changes?since={cursor}" })
        {
            var known = (await ledger.GetAsync(path, tag)).ShouldBe(HttpStatusCode.NotModified);
            known.ETag.ShouldBe(first.ETag);
            known.Bytes.ShouldBeEmpty();
        }

        (await ledger.GetAsync($"changes?since={older}", tag)).ShouldBe(HttpStatusCode.OK).Items.ShouldNotBeEmpty();
        var within = (await ledger.GetAsync("changes?limit=1")).Body.GetProperty("cursor").GetString();
        (await ledger.GetAsync($"changes?since={within}", tag)).ShouldBe(HttpStatusCode.OK).Items.ShouldNotBeEmpty();
        (await ledger.GetAsync($"changes?since={cursor}")).ShouldBe(HttpStatusCode.OK).Items.ShouldBeEmpty();
        await ledger.CreateCategoryAsync("Tea");
        (await ledger.GetAsync($"changes?since={cursor}", tag)).ShouldBe(HttpStatusCode.OK).Items.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("since=x", "since", "cursor")]
    [InlineData("since=", "since", "cursor")]
    [InlineData("since=00000000000000000000000000000000.-1", "since", "cursor")]
    [InlineData("since=00000000000000000000000000000000.01", "since", "cursor")]
    [InlineData("since=00000000000000000000000000000000.99999999999999999999", "since", "cursor")]
    [InlineData("since=00000000000000000000000000000000.1.transaction", "since", "cursor")]
    [InlineData("limit=0", "limit", null)]
    [InlineData("limit=1001", "limit", null)]
    [InlineData("limit=many", "limit", null)]
    [InlineData("kinds=", "kinds", "unknown-kind")]
    [InlineData("kinds=account,planet", "kinds", "unknown-kind")]
    [InlineData("cursor=x", "cursor", "unknown-parameter")]
    public async Task that_are_asked_for_wrongly_are_refused(string query, string field, string? code)
    {
        var ledger = await app.CreateLedgerAsync();
        (await ledger.GetAsync($"changes?{query}")).ShouldBlame(field, code);
        (await ledger.GetAsync("changes?limit=1000")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task since_a_cursor_that_the_ledger_did_not_give_are_gone()
    {
        var (ledger, other) = (await app.CreateLedgerAsync(), await app.CreateLedgerAsync());
        var own = (await ledger.GetAsync("changes")).Body.GetProperty("cursor").GetString()!;
        var incarnation = own.Split('.')[0];
        var foreign = (await other.GetAsync("changes")).Body.GetProperty("cursor").GetString();

        foreach (var gone in new[] { foreign, $"{incarnation}.{await ledger.RevisionAsync() + 1}", $"{incarnation}.1.account.{Guid.Empty:N}.f99" })
            (await ledger.GetAsync($"changes?since={gone}", ("If-None-Match", "*"))).ShouldBeProblem(HttpStatusCode.Gone, "sync.cursor-gone");
        (await ledger.GetAsync($"changes?since={own}")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task are_the_same_for_every_member_and_nobody_elses()
    {
        var ledger = await app.CreateLedgerAsync();
        var (viewer, editor) = (await ledger.InviteAsync(LedgerRole.Viewer), await ledger.InviteAsync(LedgerRole.Editor));
        var stranger = ledger.As(await app.SignInAsync());
        var seen = (await ledger.GetAsync("changes")).ShouldBe(HttpStatusCode.OK).Text;

        (await viewer.GetAsync("changes")).Text.ShouldBe(seen);
        (await editor.GetAsync("changes")).Text.ShouldBe(seen);
        seen.ShouldNotContain("@example.org");
        (await stranger.GetAsync("changes?since=x&limit=0")).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await stranger.GetAsync("digest")).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");

        await ledger.DeleteAsync($"members/{viewer.UserId}");
        (await viewer.GetAsync("changes")).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await viewer.GetAsync("changes", ("If-None-Match", "*"))).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
    }
}

using System.Net;

namespace MyBudget.IntegrationTests.Features.Transactions;

public sealed class DeletedTransactionTests(AppFixture app)
{
    [Fact]
    public async Task is_gone_from_everything_but_its_history_and_comes_back_as_it_was()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, cash) = (await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Cash"));
        var recorded = await ledger.RecordAsync(new { accountId = bank, date = "2024-02-29", amount = -500, transfer = new { accountId = cash }, status = "pending" });
        var path = $"transactions/{recorded.GetProperty("id")}";

        (await ledger.DeleteAsync(path, ("If-Match", "\"2\""))).ShouldBeProblem(HttpStatusCode.PreconditionFailed, "http.precondition-failed");
        (await ledger.DeleteAsync(path, ("If-Match", "\"1\""))).ShouldBe(HttpStatusCode.NoContent);
        var revision = await ledger.RevisionAsync();
        (await ledger.GetAsync(path)).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await ledger.PatchAsync(path, new { amount = 1 })).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await ledger.DeleteAsync(path)).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await ledger.GetAsync("transactions")).Items.ShouldBeEmpty();
        (await ledger.GetAsync($"transactions?accountId={cash}")).Items.ShouldBeEmpty();
        (await ledger.BalanceAsync(bank)).ShouldBe(0);
        (await ledger.BalanceAsync(cash)).ShouldBe(0);
        (await ledger.RevisionAsync()).ShouldBe(revision);

        var restored = await ledger.PostAsync($"{path}/restoration");
        restored.ShouldBe(HttpStatusCode.OK).ETag.ShouldBe("\"3\"");
        (await ledger.GetAsync(path)).Body.ShouldBeJson(restored.Body);
        restored.Body.GetProperty("status").GetString().ShouldBe("pending");
        restored.Body.GetProperty("createdAt").GetDateTimeOffset().ShouldBe(recorded.GetProperty("createdAt").GetDateTimeOffset());
        (await ledger.BalanceAsync(cash)).ShouldBe(500);
        (await ledger.PostAsync($"{path}/restoration")).ShouldBe(HttpStatusCode.OK).ETag.ShouldBe("\"3\"");
        (await ledger.RevisionAsync()).ShouldBe(revision + 1);
    }

    [Fact]
    public async Task comes_back_without_a_category_that_was_deleted_meanwhile()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var (gone, kept) = (await ledger.CreateCategoryAsync("Gone"), await ledger.CreateCategoryAsync("Kept"));
        var plain = await ledger.RecordAsync(new { accountId = bank, date = "2026-02-28", amount = -3, categoryId = gone });
        var split = await ledger.RecordAsync(new
        {
            accountId = bank,
            date = "2026-02-28",
            amount = -3,
            splits = new object[] { new { amount = -1, categoryId = gone, note = "a" }, new { amount = -2, categoryId = kept } },
        });
        (await ledger.DeleteAsync($"categories/{gone}")).ShouldBeProblem(HttpStatusCode.Conflict, "categories.in-use");
        foreach (var entry in new[] { plain, split }) await ledger.DeleteAsync($"transactions/{entry.GetProperty("id")}");
        (await ledger.DeleteAsync($"categories/{gone}")).ShouldBe(HttpStatusCode.NoContent);

        var first = (await ledger.PostAsync($"transactions/{plain.GetProperty("id")}/restoration")).ShouldBe(HttpStatusCode.OK).Body;
        var second = (await ledger.PostAsync($"transactions/{split.GetProperty("id")}/restoration")).ShouldBe(HttpStatusCode.OK).Body;

        first.TryGetProperty("categoryId", out var category).ShouldBe(category.ValueKind is System.Text.Json.JsonValueKind.Null);
        second.GetProperty("splits")[0].GetProperty("note").GetString().ShouldBe("a");
        second.GetProperty("splits")[1].GetProperty("categoryId").GetGuid().ShouldBe(kept);
        (await ledger.GetAsync("transactions?categoryId=none")).Items.Length.ShouldBe(2);
    }

    [Fact]
    public async Task does_not_come_back_into_an_account_that_was_closed_meanwhile()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, cash) = (await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Cash"));
        var id = (await ledger.RecordAsync(new { accountId = bank, date = "2026-02-28", amount = -5, transfer = new { accountId = cash } })).GetProperty("id");
        await ledger.DeleteAsync($"transactions/{id}");
        await ledger.PostAsync($"accounts/{cash}/closure");

        (await ledger.PostAsync($"transactions/{id}/restoration")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "accounts.closed");
        await ledger.DeleteAsync($"accounts/{cash}/closure");
        (await ledger.PostAsync($"transactions/{id}/restoration")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task a_creation_repeated_after_the_deletion_is_told_that_it_is_deleted()
    {
        var ledger = await app.CreateLedgerAsync();
        var request = new { id = Guid.CreateVersion7(), accountId = await ledger.OpenAccountAsync(), date = "2026-02-28", amount = -5 };
        await ledger.RecordAsync(request);
        await ledger.DeleteAsync($"transactions/{request.id}");
        var revision = await ledger.RevisionAsync();

        var repeated = await ledger.PostAsync("transactions", request);

        repeated.ShouldBe(HttpStatusCode.Created).Body.GetProperty("deletedAt").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.String);
        (await ledger.RevisionAsync()).ShouldBe(revision);
        (await ledger.BalanceAsync(request.accountId)).ShouldBe(0);
    }

    [Fact]
    public async Task the_history_tells_every_change_newest_first()
    {
        var ledger = await app.CreateLedgerAsync();
        var recorded = await ledger.RecordAsync(new { accountId = await ledger.OpenAccountAsync(), date = "2026-02-28", amount = -5 });
        var path = $"transactions/{recorded.GetProperty("id")}";
        var editor = await ledger.InviteAsync(Domain.LedgerRole.Editor);
        await editor.PatchAsync(path, new { amount = -6, payee = "Baker" });
        await ledger.DeleteAsync(path);
        await editor.PostAsync($"{path}/restoration");

        var history = (await ledger.GetAsync($"{path}/history")).Items;

        history.Select(item => item.GetProperty("kind").GetString()).ShouldBe(["restored", "deleted", "revised", "recorded"]);
        history.Select(item => item.GetProperty("version").GetInt64()).ShouldBe([4, 3, 2, 1]);
        history.Select(item => item.GetProperty("by").GetGuid()).ShouldBe([editor.UserId, ledger.UserId, editor.UserId, ledger.UserId]);
        history[2].GetProperty("was").GetProperty("amount").GetInt64().ShouldBe(-5);
        history[2].GetProperty("now").GetProperty("amount").GetInt64().ShouldBe(-6);
        history[1].GetProperty("was").GetProperty("payee").GetString().ShouldBe("Baker");
        (await ledger.GetAsync($"transactions/{Guid.CreateVersion7()}/history")).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await ledger.GetAsync($"transactions/{recorded.GetProperty("accountId")}/history")).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
    }

    [Fact]
    public async Task the_history_comes_in_pages()
    {
        var ledger = await app.CreateLedgerAsync();
        var recorded = await ledger.RecordAsync(new { accountId = await ledger.OpenAccountAsync(), date = "2026-03-14", amount = -1 });
        var path = $"transactions/{recorded.GetProperty("id")}";
        for (var amount = 2; amount <= 52; amount++) await ledger.PatchAsync(path, new { amount = -amount });

        (await ledger.GetAsync($"{path}/history")).Items.Length.ShouldBe(50);
        var versions = new List<long>();
        for (string? query = "limit=20"; query is not null;)
        {
            var page = await ledger.GetAsync($"{path}/history?{query}");
            versions.AddRange(page.Items.Select(item => item.GetProperty("version").GetInt64()));
            query = page.Body.GetProperty("nextCursor").GetString() is { } next ? $"limit=20&cursor={next}" : null;
        }

        versions.ShouldBe(Enumerable.Range(1, 52).Reverse().Select(version => (long)version));
        (await ledger.GetAsync($"{path}/history?limit=0")).ShouldBlame("limit");
        (await ledger.GetAsync($"{path}/history?limit=201")).ShouldBlame("limit");
        (await ledger.GetAsync($"{path}/history?cursor=nonsense")).ShouldBlame("cursor", "cursor");
    }
}

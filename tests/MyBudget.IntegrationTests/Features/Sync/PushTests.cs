using System.Net;
using System.Text.Json;
using MyBudget.Domain;
using static MyBudget.IntegrationTests.Features.Sync.Pushes;

namespace MyBudget.IntegrationTests.Features.Sync;

/// <summary>What was edited offline is done in order, each operation once, and each says what became of it.</summary>
public sealed class PushTests(AppFixture app)
{
    [Fact]
    public async Task every_type_of_operation_is_done()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, cash, food, tea, meal, budget) = (Id(), Id(), Id(), Id(), Id(), Id());
        var revision = await ledger.RevisionAsync();

        var outcomes = await ledger.PushAsync(
            Op("ledger.revise", ledger.LedgerId, new { name = "Our home" }),
            Op("account.open", bank, new { name = "Bank", type = "checking", currency = "EUR", openedOn = "2026-01-01" }),
            Op("account.open", cash, new { name = "Cash", type = "cash", currency = "EUR", openedOn = "2026-01-01" }),
            Op("account.revise", cash, new { name = "Purse" }, 1),
            Op("account.close", cash, null, 2),
            Op("account.reopen", cash, null, 3),
            Op("category.create", food, new { name = "Food", group = "Home", kind = "expense" }),
            Op("category.create", tea, new { name = "Tea", group = "Home", kind = "expense" }),
            Op("category.revise", food, new { name = "Groceries" }, 1),
            Op("budget.create", budget, new { name = "Food", amount = 40000, currency = "EUR", period = "month", startsOn = "2026-01-01", categoryIds = new[] { tea } }),
            Op("budget.revise", budget, new { name = "Eating" }, 1),
            Op("transaction.record", meal, new { id = meal, accountId = bank, date = "2026-01-15", amount = -1250, categoryId = tea }),
            Op("transaction.revise", meal, new { payee = "Canteen" }, 1),
            Op("transaction.delete", meal, null, 2),
            Op("transaction.restore", meal, null, 3),
            Op("category.merge", tea, new { into = food }, 1),
            Op("category.delete", food, null));

        outcomes.Select(outcome => outcome.Status()).ShouldBe([.. Enumerable.Repeat("applied", 16), "rejected"], outcomes[^1].GetRawText());
        outcomes[^1].Problem().ShouldBe("categories.in-use");
        outcomes[5].GetProperty("version").GetInt32().ShouldBe(4);
        outcomes[13].GetProperty("deleted").GetBoolean().ShouldBeTrue();
        outcomes[14].TryGetProperty("deleted", out _).ShouldBeFalse();
        var entry = (await ledger.GetAsync($"transactions/{meal}")).ShouldBe(HttpStatusCode.OK).Body;
        (entry.GetProperty("payee").GetString(), entry.GetProperty("categoryId").GetGuid()).ShouldBe(("Canteen", food));
        (await ledger.BalanceAsync(bank)).ShouldBe(-1250);
        (await ledger.GetAsync($"budgets/{budget}")).Body.GetProperty("name").GetString().ShouldBe("Eating");
        (await ledger.GetAsync(ledger.Path)).Body.GetProperty("name").GetString().ShouldBe("Our home");
        (await ledger.RevisionAsync()).ShouldBe(revision + 16);
    }

    [Theory]
    [InlineData("""{ "note": "a", "note": "b" }""", "operations[1].data.note")]
    [InlineData("""{ "amount": -1, "Amount": -2 }""", "operations[1].data.Amount")]
    [InlineData("""{ "splits": [{ "amount": -1, "amount": -2 }] }""", "operations[1].data.amount")]
    public async Task what_is_given_twice_refuses_all(string data, string field)
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, before) = (await ledger.OpenAccountAsync(), await ledger.RevisionAsync());
        var good = $$"""{ "id": "{{Id()}}", "type": "account.close", "entityId": "{{bank}}" }""";

        var pushed = await ledger.PostAsync("sync", $$"""
            { "operations": [{{good}}, { "id": "{{Id()}}", "type": "transaction.revise", "entityId": "{{Id()}}", "data": {{data}} }] }
            """);

        pushed.ShouldBe(HttpStatusCode.BadRequest);
        pushed.Body.GetProperty("errors").GetProperty(field)[0].GetProperty("code").GetString().ShouldBe("repeated");
        (await ledger.RevisionAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task what_is_pushed_to_several_replicas_at_once_has_revisions_of_its_own()
    {
        var ledger = await app.CreateLedgerAsync();
        await using var replica = await app.StartHostAsync();
        LedgerClient[] phones = [ledger, new(replica.Server.CreateClient(), ledger.UserId, ledger.Token, ledger.LedgerId)];
        var before = await ledger.RevisionAsync();

        // Categories share no commit.
        var pushed = await Task.WhenAll(phones.Select((phone, place) => phone.PushAsync(
            [.. Enumerable.Range(0, 40).Select(n => Op("category.create", Id(), new { name = $"{place}-{n}", group = "Home", kind = "expense" }))])));

        pushed.ShouldAllBe(outcomes => outcomes.All(outcome => outcome.Status() == "applied"));
        var revisions = (await ledger.GetAsync("changes?kinds=category&limit=1000")).Body.GetProperty("items").EnumerateArray()
            .Select(item => item.GetProperty("revision").GetInt64()).Where(revision => revision > before).Order();
        revisions.ShouldBe(Enumerable.Range(1, 80).Select(n => before + n));
    }

    [Fact]
    public async Task entries_share_a_commit_and_keep_their_order()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var revision = await ledger.RevisionAsync();
        var ids = Enumerable.Range(0, 100).Select(_ => Guid.NewGuid()).ToList();

        var outcomes = await ledger.PushAsync([.. ids.Select((id, n) => Op("transaction.record", id, new { accountId = bank, date = "2026-01-15", amount = -n }))]);

        outcomes.ShouldAllBe(outcome => outcome.Status() == "applied");
        (await ledger.RevisionAsync()).ShouldBe(revision + 1);
        (await ledger.GetAsync("transactions?limit=200")).Items.Select(item => item.GetProperty("id").GetGuid()).ShouldBe(ids.AsEnumerable().Reverse());
        (await ledger.BalanceAsync(bank)).ShouldBe(-ids.Select((_, n) => n).Sum());
    }

    [Fact]
    public async Task a_failure_stops_nothing_and_takes_no_revision()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var revision = await ledger.RevisionAsync();
        object Entry(object amount) => new { accountId = bank, date = "2026-01-15", amount };

        var outcomes = await ledger.PushAsync(
            Op("transaction.record", Id(), Entry(-1)), Op("transaction.record", Id(), Entry("much")), Op("transaction.record", Id(), new { date = "2026-01-15" }),
            Op("transaction.fly", Id(), new { }), Op("transaction.revise", Id(), new { note = "x" }), Op("transaction.record", Id(), new { id = Id() }),
            Op("transaction.record", Id(), Entry(-2)), Op("ledger.revise", Id(), new { name = "Other" }), Op("transaction.record", Id(), new { no = 1 }));

        outcomes.Select(outcome => outcome.Status()).ShouldBe(["applied", "rejected", "rejected", "rejected", "rejected", "rejected", "applied", "rejected", "rejected"]);
        outcomes.Skip(1).Where(outcome => outcome.Status() == "rejected").Select(outcome => outcome.Problem())
            .ShouldBe(["http.invalid", "http.invalid", "sync.unknown-type", "http.not-found", "http.invalid", "http.invalid", "http.invalid"]);
        outcomes[1].GetProperty("problem").GetProperty("errors").TryGetProperty("amount", out _).ShouldBeTrue();
        outcomes[1].GetProperty("problem").GetProperty("status").GetInt32().ShouldBe(400);
        (await ledger.BalanceAsync(bank)).ShouldBe(-3);
        // An operation that is unknown may be about anything, so nothing shares with it.
        (await ledger.RevisionAsync()).ShouldBe(revision + 2);
    }

    [Fact]
    public async Task what_only_the_commit_refuses_is_refused_alone()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        await ledger.RecordAsync(new { accountId = bank, date = "2026-01-15", amount = -1 });
        await LedgerDatabase.Of(app, ledger).QueryAsync<int>($"update account_balances set balance = {long.MaxValue} - 5 where ledger_id = @ledger");
        object[] operations = [.. new[] { -1, 100, -2 }.Select(amount => Op("transaction.record", Id(), new { accountId = bank, date = "2026-01-15", amount }))];

        var outcomes = await ledger.PushAsync(operations);

        outcomes.Select(outcome => outcome.Status()).ShouldBe(["applied", "rejected", "applied"]);
        outcomes[1].Problem().ShouldBe("money.overflow");
        (await ledger.BalanceAsync(bank)).ShouldBe(long.MaxValue - 8);
        (await ledger.PushAsync(operations)).ShouldAllBe(outcome => outcome.GetProperty("repeated").GetBoolean());
    }

    [Fact]
    public async Task a_repeat_is_answered_as_the_first_time_and_does_nothing()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, entry) = (await ledger.OpenAccountAsync(), Id());
        var record = Op("transaction.record", entry, new { accountId = bank, date = "2026-01-15", amount = -5 });
        var (revise, refused) = (Op("transaction.revise", entry, new { note = "mine" }, 1), Op("transaction.revise", Id(), new { note = "?" }));
        var first = await ledger.PushAsync(record, revise, refused);
        var revision = await ledger.RevisionAsync();
        await ledger.PatchAsync($"transactions/{entry}", new { note = "theirs" });

        var again = await ledger.PushAsync(record, revise, refused);

        again.Select(Rest).ShouldBe(first.Select(Rest));
        again.ShouldAllBe(outcome => outcome.GetProperty("repeated").GetBoolean());
        first.ShouldAllBe(outcome => !outcome.Has("repeated"));
        (await ledger.RevisionAsync()).ShouldBe(revision + 1);
        (await ledger.GetAsync($"transactions/{entry}")).Body.GetProperty("note").GetString().ShouldBe("theirs");

        var twice = Op("transaction.record", Id(), new { accountId = bank, date = "2026-01-15", amount = -7 });
        var both = await ledger.PushAsync(twice, twice);
        (both[0].Has("repeated"), both[1].GetProperty("repeated").GetBoolean()).ShouldBe((false, true));
        (await ledger.BalanceAsync(bank)).ShouldBe(-12);

        static string Rest(JsonElement outcome) =>
            string.Join(",", outcome.EnumerateObject().Where(member => member.Name != "repeated").Select(member => member.ToString()));
    }

    [Fact]
    public async Task an_id_stands_for_one_operation()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, entry) = (await ledger.OpenAccountAsync(), Id());
        await ledger.PushAsync(Op("transaction.record", entry, new { accountId = bank, date = "2026-01-15", amount = -5 }));
        var edit = new { id = Id(), type = "transaction.revise", entityId = entry, baseVersion = 1, data = new { note = "a", payee = "b" } };
        await ledger.PushAsync(edit);

        (await ledger.PushAsync(new { data = new { payee = "b", note = "a" }, edit.baseVersion, edit.entityId, edit.type, edit.id }))[0].GetProperty("repeated").GetBoolean().ShouldBeTrue();
        foreach (var other in new object[]
                 {
                     new { edit.id, edit.type, edit.entityId, edit.data }, new { edit.id, edit.type, edit.entityId, baseVersion = 2, edit.data },
                     new { edit.id, edit.type, edit.entityId, edit.baseVersion, data = new { note = "a" } }, new { edit.id, type = "transaction.delete", edit.entityId, edit.baseVersion },
                     new { edit.id, edit.type, entityId = Id(), edit.baseVersion, edit.data },
                 })
        {
            var outcome = (await ledger.PushAsync(other))[0];
            (outcome.Status(), outcome.Problem()).ShouldBe(("rejected", "sync.operation-reused"));
        }
    }

    [Fact]
    public async Task what_needs_a_refused_creation_is_refused_until_it_is_there()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, entry) = (Id(), Id());
        var record = new { accountId = bank, date = "2026-01-15", amount = -5 };
        var outcomes = await ledger.PushAsync(
            Op("account.open", bank, new { name = "", type = "checking", currency = "EUR", openedOn = "2026-01-01" }), Op("transaction.record", entry, record));
        outcomes.Select(outcome => outcome.Problem()).ShouldBe(["http.invalid", "sync.depends-on-rejected"]);

        (await ledger.PushAsync(Op("transaction.revise", entry, new { note = "x" }, 1)))[0].Problem().ShouldBe("sync.depends-on-rejected");
        outcomes = await ledger.PushAsync(
            Op("account.open", bank, new { name = "Bank", type = "checking", currency = "EUR", openedOn = "2026-01-01" }), Op("transaction.record", entry, record),
            Op("transaction.revise", entry, new { note = "x" }, 1));

        outcomes.ShouldAllBe(outcome => outcome.Status() == "applied");
    }

    [Fact]
    public async Task a_role_that_is_too_weak_refuses_the_operation_and_a_stranger_the_request()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var (viewer, editor) = (await ledger.InviteAsync(LedgerRole.Viewer), await ledger.InviteAsync(LedgerRole.Editor));
        var record = Op("transaction.record", Id(), new { accountId = bank, date = "2026-01-15", amount = -5 });

        var refused = (await viewer.PushAsync(record))[0];
        (refused.Status(), refused.Problem(), refused.GetProperty("problem").GetProperty("status").GetInt32()).ShouldBe(("rejected", "auth.forbidden", 403));
        (await editor.PushAsync(record))[0].Status().ShouldBe("applied");
        (await editor.PushAsync(Op("ledger.revise", ledger.LedgerId, new { name = "Mine" })))[0].Problem().ShouldBe("auth.forbidden");
        await ledger.PatchAsync($"members/{editor.UserId}", new { role = "viewer" });
        (await editor.PushAsync(record))[0].GetProperty("repeated").GetBoolean().ShouldBeTrue();

        var stranger = ledger.As(await app.SignInAsync());
        (await stranger.PostAsync("sync", new { operations = "?" })).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await stranger.PostAsync("sync", new { operations = new[] { record } })).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        await ledger.DeleteAsync($"members/{viewer.UserId}");
        (await viewer.PostAsync("sync", new { operations = new[] { record } })).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
    }

    [Fact]
    public async Task ids_of_another_ledger_are_as_if_they_were_not_there()
    {
        var (ledger, other) = (await app.CreateLedgerAsync(), await app.CreateLedgerAsync());
        var foreign = await other.OpenAccountAsync();
        var entry = (await other.RecordAsync(new { accountId = foreign, date = "2026-01-15", amount = -5 })).GetProperty("id").GetGuid();

        var outcomes = await ledger.PushAsync(
            Op("transaction.revise", entry, new { note = "x" }, 1), Op("transaction.delete", entry, null), Op("account.close", foreign, null),
            Op("transaction.record", Id(), new { accountId = foreign, date = "2026-01-15", amount = -5 }), Op("ledger.revise", other.LedgerId, new { name = "x" }));

        outcomes.ShouldAllBe(outcome => outcome.Status() == "rejected");
        (await other.GetAsync($"transactions/{entry}")).Body.GetProperty("version").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task a_malformed_batch_does_nothing()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var good = Op("transaction.record", Id(), new { accountId = bank, date = "2026-01-15", amount = -5 });

        (await ledger.PostAsync("sync", new { })).ShouldBlame("operations");
        (await ledger.PostAsync("sync", new { operations = Enumerable.Repeat(good, 501) })).ShouldBlame("operations", "too-many");
        (await ledger.PostAsync("sync", new { operations = new[] { good, null } })).ShouldBlame("operations[1]");
        (await ledger.PostAsync("sync", new { operations = new[] { good, new { type = "transaction.delete", entityId = Id() } } })).ShouldBlame("operations[1].id", "required");
        (await ledger.PostAsync("sync", new { operations = new[] { good, new { id = Id(), entityId = Id() } } })).ShouldBlame("operations[1].type", "required");
        (await ledger.PostAsync("sync", new { operations = new[] { good, new { id = Id(), type = "transaction.delete" } } })).ShouldBlame("operations[1].entityId", "required");
        (await ledger.PostAsync("sync", new { operations = new[] { good, new { id = Guid.Empty, type = "transaction.delete", entityId = Id() } } })).ShouldBlame("operations[1].id", "id");
        (await ledger.PostAsync("sync", new { operations = new[] { good, new { id = Id(), type = "transaction.delete", entityId = Id(), baseVersion = 0 } } })).ShouldBlame("operations[1].baseVersion");
        (await ledger.PostAsync("sync", new { operations = new[] { good, new { id = Id(), type = "transaction.revise", entityId = Id(), data = new[] { 1 } } } }))
            .ShouldBlame("operations[1].data");
        (await ledger.PostAsync("sync", new { operations = new[] { good }, more = 1 })).ShouldBlame("more", "unknown-member");
        (await ledger.BalanceAsync(bank)).ShouldBe(0);
        (await ledger.PostAsync("sync", new { operations = Array.Empty<object>() })).ShouldBe(HttpStatusCode.OK).Body.GetProperty("outcomes").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task the_same_batch_from_many_sides_at_once_is_done_once()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var batch = Enumerable.Range(1, 20).Select(n => Op("transaction.record", Id(), new { accountId = bank, date = "2026-01-15", amount = -n })).ToArray();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ledger.PushAsync(batch)));

        answers.SelectMany(outcomes => outcomes).Count(outcome => !outcome.Has("repeated")).ShouldBe(20);
        (await ledger.BalanceAsync(bank)).ShouldBe(-210);
    }
}

using System.Net;
using System.Text.Json;
using static MyBudget.IntegrationTests.Features.Sync.Pushes;

namespace MyBudget.IntegrationTests.Features.Sync;

/// <summary>Edits that were made apart are brought together where they can be, and a person is asked where they cannot.</summary>
public sealed class MergingTests(AppFixture app)
{
    [Fact]
    public async Task fields_that_were_changed_apart_are_merged()
    {
        var (ledger, bank, entry) = await EntryAsync();
        await ledger.PatchAsync($"transactions/{entry}", new { payee = "Baker", amount = -700 });

        var outcome = (await ledger.PushAsync(Op("transaction.revise", entry, new { note = "bread", date = "2026-01-15" }, 1)))[0];

        (outcome.Status(), outcome.GetProperty("version").GetInt32()).ShouldBe(("merged", 3));
        outcome.FieldsOf().ShouldBe(["payee", "amount"], ignoreOrder: true);
        var now = (await ledger.GetAsync($"transactions/{entry}")).Body;
        JsonElement.DeepEquals(outcome.GetProperty("data"), now).ShouldBeTrue(outcome.GetProperty("data").GetRawText());
        (now.GetProperty("note").GetString(), now.GetProperty("payee").GetString(), now.GetProperty("amount").GetInt64()).ShouldBe(("bread", "Baker", -700));
        (await ledger.BalanceAsync(bank)).ShouldBe(-700);
    }

    [Fact]
    public async Task the_same_field_with_two_values_is_a_conflict()
    {
        var (ledger, _, entry) = await EntryAsync();
        await ledger.PatchAsync($"transactions/{entry}", new { payee = "Baker", note = "theirs" });
        var revision = await ledger.RevisionAsync();

        var outcome = (await ledger.PushAsync(Op("transaction.revise", entry, new { payee = "Butcher", note = "theirs", tags = new[] { "x" } }, 1)))[0];

        (outcome.Status(), outcome.GetProperty("version").GetInt32()).ShouldBe(("conflict", 2));
        outcome.FieldsOf().ShouldBe(["payee"]);
        outcome.GetProperty("data").GetProperty("payee").GetString().ShouldBe("Baker");
        (await ledger.RevisionAsync()).ShouldBe(revision);
    }

    [Fact]
    public async Task what_was_changed_back_or_to_the_same_is_no_conflict()
    {
        var (ledger, _, entry) = await EntryAsync();
        await ledger.PatchAsync($"transactions/{entry}", new { payee = "Baker" });
        await ledger.PatchAsync($"transactions/{entry}", new { payee = "Shop", note = "same" });

        var outcomes = await ledger.PushAsync(
            Op("transaction.revise", entry, new { payee = "Mine" }, 1), Op("transaction.revise", entry, new { note = "same" }, 1), Op("transaction.revise", entry, new { payee = "Shop" }, 1));

        // The note is as the second one wanted it, so it is no news to the third.
        outcomes.Select(outcome => outcome.Status()).ShouldBe(["merged", "merged", "applied"]);
        (await ledger.GetAsync($"transactions/{entry}")).Body.GetProperty("payee").GetString().ShouldBe("Shop");
    }

    [Fact]
    public async Task what_others_had_done_already_and_is_then_changed_back_is_an_edit()
    {
        var (ledger, bank, entry) = await EntryAsync();
        await ledger.PatchAsync($"transactions/{entry}", new { payee = "Baker" });
        (await ledger.PostAsync($"accounts/{bank}/closure", null)).ShouldBe(HttpStatusCode.OK);
        var same = Op("transaction.revise", entry, new { payee = "Baker" }, 1);

        var first = await ledger.PushAsync(Op("account.close", bank, null, 1), Op("account.reopen", bank, null, 1), same);
        first.Select(outcome => outcome.Status()).ShouldBe(["merged", "applied", "merged"]);
        (await ledger.GetAsync($"accounts/{bank}")).Body.GetProperty("closed").GetBoolean().ShouldBeFalse();

        var later = await ledger.PushAsync(same, Op("transaction.revise", entry, new { payee = "Shop" }, 1));
        (later[0].GetProperty("repeated").GetBoolean(), later[1].Status()).ShouldBe((true, "applied"));
        (await ledger.GetAsync($"transactions/{entry}")).Body.GetProperty("payee").GetString().ShouldBe("Shop");
    }

    [Fact]
    public async Task a_second_edit_of_tags_does_not_take_away_what_others_added()
    {
        var (ledger, _, entry) = await EntryAsync();
        await ledger.PatchAsync($"transactions/{entry}", new { tags = new[] { "theirs" } });

        var outcomes = await ledger.PushAsync(
            Op("transaction.revise", entry, new { tags = new[] { "mine" } }, 1), Op("transaction.revise", entry, new { tags = new[] { "mine", "more" } }, 1),
            Op("transaction.revise", entry, new { tags = new[] { "more" } }, 1));

        outcomes.Select(outcome => outcome.Status()).ShouldBe(["merged", "merged", "merged"]);
        (await ledger.GetAsync($"transactions/{entry}")).Body.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()).ShouldBe(["theirs", "more"]);
    }

    [Fact]
    public async Task what_counts_for_budgets_is_one_field()
    {
        var (ledger, _, entry) = await EntryAsync();
        var (food, fun) = (await ledger.CreateCategoryAsync("Food"), await ledger.CreateCategoryAsync("Fun"));
        await ledger.PatchAsync($"transactions/{entry}", new { categoryId = food });

        var outcome = (await ledger.PushAsync(
            Op("transaction.revise", entry, new { splits = new[] { new { amount = -300, categoryId = fun }, new { amount = -200, categoryId = food } } }, 1)))[0];

        outcome.Status().ShouldBe("conflict");
        outcome.FieldsOf().ShouldBe(["categoryId"]);
    }

    [Fact]
    public async Task the_other_sides_amount_follows()
    {
        var (ledger, bank, _) = await EntryAsync();
        var cash = await ledger.OpenAccountAsync("Cash");
        var entry = (await ledger.RecordAsync(new { accountId = bank, date = "2026-01-15", amount = -100, transfer = new { accountId = cash } })).GetProperty("id").GetGuid();
        await ledger.PatchAsync($"transactions/{entry}", new { amount = -120 });

        var outcome = (await ledger.PushAsync(Op("transaction.revise", entry, new { transfer = new { date = "2026-01-17" } }, 1)))[0];

        (outcome.Status(), outcome.FieldsOf().Single()).ShouldBe(("merged", "amount"));
        (await ledger.BalanceAsync(cash)).ShouldBe(120);
        (await ledger.PushAsync(Op("transaction.revise", entry, new { amount = -130 }, 2)))[0].FieldsOf().ShouldBe(["categoryId"]);
        (await ledger.BalanceAsync(cash)).ShouldBe(130);
    }

    [Fact]
    public async Task tags_are_merged_as_additions_and_removals()
    {
        var (ledger, _, entry) = await EntryAsync();
        await ledger.PatchAsync($"transactions/{entry}", new { tags = new[] { "a", "b" } });
        await ledger.PatchAsync($"transactions/{entry}", new { tags = new[] { "a", "b", "theirs" } });

        (await ledger.PushAsync(Op("transaction.revise", entry, new { tags = new[] { "A", "mine" } }, 2)))[0].Status().ShouldBe("merged");
        Tags(await ledger.GetAsync($"transactions/{entry}")).ShouldBe(["a", "theirs", "mine"]);

        await ledger.PatchAsync($"transactions/{entry}", new { tags = Enumerable.Range(1, 19).Select(n => $"t{n}") });
        (await ledger.PushAsync(Op("transaction.revise", entry, new { tags = new[] { "a", "theirs", "mine", "x", "y" } }, 4)))[0].FieldsOf().ShouldBe(["tags"]);
        (await ledger.PushAsync(Op("transaction.revise", entry, new { tags = (object?)null }, 4)))[0].Status().ShouldBe("merged");
        Tags(await ledger.GetAsync($"transactions/{entry}")).ShouldBeEmpty();

        static IEnumerable<string?> Tags(ApiResponse entry) => entry.Body.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString());
    }

    [Fact]
    public async Task who_merged_a_category_into_another_one_later_is_told()
    {
        var ledger = await app.CreateLedgerAsync();
        var (tea, drinks, food, all) = (
            await ledger.CreateCategoryAsync("Tea"), await ledger.CreateCategoryAsync("Drinks"), await ledger.CreateCategoryAsync("Food"), await ledger.CreateCategoryAsync("All"));
        (await ledger.PostAsync($"categories/{tea}/merger", new { into = drinks })).ShouldBe(HttpStatusCode.OK);
        (await ledger.PostAsync($"categories/{drinks}/merger", new { into = all })).ShouldBe(HttpStatusCode.OK);

        var outcomes = await ledger.PushAsync(
            Op("category.merge", tea, new { into = food }, 1), Op("category.merge", tea, new { into = drinks }, 1), Op("category.merge", tea, new { into = all }, 1),
            Op("category.delete", tea, null, 1));

        outcomes.Select(outcome => outcome.Status()).ShouldBe(["conflict", "applied", "applied", "applied"]);
        outcomes.ShouldAllBe(outcome => outcome.GetProperty("deleted").GetBoolean());
    }

    [Fact]
    public async Task a_merger_of_categories_is_nobodys_edit()
    {
        var (ledger, bank, entry) = await EntryAsync();
        var (tea, drinks, food) = (await ledger.CreateCategoryAsync("Tea"), await ledger.CreateCategoryAsync("Drinks"), await ledger.CreateCategoryAsync("Food"));
        await ledger.PatchAsync($"transactions/{entry}", new { categoryId = tea });
        (await ledger.PostAsync($"categories/{tea}/merger", new { into = drinks })).ShouldBe(HttpStatusCode.OK);
        var fresh = Id();

        var outcomes = await ledger.PushAsync(
            Op("transaction.record", fresh, new { accountId = bank, date = "2026-01-15", amount = -5, splits = new[] { new { amount = -5, categoryId = tea } } }),
            Op("transaction.revise", entry, new { categoryId = tea, note = "x" }, 2), Op("transaction.revise", entry, new { categoryId = food }, 2));

        outcomes.Select(outcome => outcome.Status()).ShouldBe(["applied", "applied", "applied"]);
        (await ledger.GetAsync($"transactions/{fresh}")).Body.GetProperty("splits")[0].GetProperty("categoryId").GetGuid().ShouldBe(drinks);
        (await ledger.GetAsync($"transactions/{entry}")).Body.GetProperty("categoryId").GetGuid().ShouldBe(food);
    }

    [Fact]
    public async Task changing_what_is_deleted_and_deleting_what_was_changed_are_conflicts()
    {
        var (ledger, _, entry) = await EntryAsync();
        await ledger.PatchAsync($"transactions/{entry}", new { note = "theirs" });

        var kept = (await ledger.PushAsync(Op("transaction.delete", entry, null, 1)))[0];
        (kept.Status(), kept.FieldsOf().Single(), kept.GetProperty("data").GetProperty("note").GetString()).ShouldBe(("conflict", "note", "theirs"));
        (await ledger.PushAsync(Op("transaction.delete", entry, null, 2)))[0].Status().ShouldBe("applied");
        var gone = (await ledger.PushAsync(Op("transaction.revise", entry, new { note = "mine" }, 2)))[0];
        (gone.Status(), gone.GetProperty("deleted").GetBoolean(), gone.Has("data")).ShouldBe(("conflict", true, false));
        var again = (await ledger.PushAsync(Op("transaction.delete", entry, null, 2)))[0];
        (again.Status(), again.GetProperty("deleted").GetBoolean(), again.GetProperty("version").GetInt32()).ShouldBe(("applied", true, 3));
    }

    [Fact]
    public async Task a_version_that_is_not_there_yet_is_a_conflict()
    {
        var (ledger, _, entry) = await EntryAsync();
        (await ledger.PushAsync(Op("transaction.revise", entry, new { note = "mine" }, 7)))[0].Status().ShouldBe("conflict");
        (await ledger.PushAsync(Op("transaction.revise", entry, new { note = "mine" })))[0].Status().ShouldBe("applied");
    }

    [Fact]
    public async Task edits_that_break_a_rule_only_together_are_a_conflict()
    {
        var (ledger, _, entry) = await EntryAsync();
        await ledger.PatchAsync($"transactions/{entry}", new { splits = new[] { new { amount = -300 }, new { amount = -200 } } });
        await ledger.PatchAsync($"transactions/{entry}", new { splits = new[] { new { amount = -100 }, new { amount = -400 } } });
        var both = (await ledger.PushAsync(
            Op("transaction.revise", entry, new { amount = -600 }, 2)))[0];
        (both.Status(), both.Problem()).ShouldBe(("rejected", "transactions.splits-sum"));

        var (other, account, single) = await EntryAsync();
        await other.PatchAsync($"transactions/{single}", new { splits = new[] { new { amount = -300 }, new { amount = -200 } } });
        var outcome = (await other.PushAsync(Op("transaction.revise", single, new { amount = -600 }, 1)))[0];
        outcome.Status().ShouldBe("conflict");
        outcome.FieldsOf().ShouldBe(["categoryId", "amount"], ignoreOrder: true);
        outcome.Problem().ShouldBe("transactions.splits-sum");
        (await other.BalanceAsync(account)).ShouldBe(-500);
    }

    [Fact]
    public async Task earlier_operations_of_the_request_are_nobody_elses_change()
    {
        var (ledger, _, entry) = await EntryAsync();
        var (first, second) = (Op("transaction.revise", entry, new { note = "one" }, 1), Op("transaction.revise", entry, new { note = "two", payee = "P" }, 1));

        (await ledger.PushAsync(first))[0].Status().ShouldBe("applied");
        await ledger.PatchAsync($"transactions/{entry}", new { amount = -600 });
        var outcomes = await ledger.PushAsync(first, second);

        (outcomes[0].GetProperty("repeated").GetBoolean(), outcomes[1].Status(), outcomes[1].FieldsOf().Single()).ShouldBe((true, "merged", "amount"));
        (await ledger.PushAsync(Op("transaction.revise", entry, new { note = "three" }, 1)))[0].Status().ShouldBe("conflict");
    }

    [Fact]
    public async Task closing_is_a_field_like_others()
    {
        var (ledger, bank, _) = await EntryAsync();
        await ledger.PatchAsync($"accounts/{bank}", new { name = "Old bank" });
        (await ledger.PushAsync(Op("account.close", bank, null, 1)))[0].Status().ShouldBe("merged");
        (await ledger.PushAsync(Op("account.close", bank, null, 1)))[0].Status().ShouldBe("merged");
        await ledger.DeleteAsync($"accounts/{bank}/closure");
        // It was closed when that was asked for, so nothing was meant to change.
        (await ledger.PushAsync(Op("account.close", bank, null, 3)))[0].Status().ShouldBe("merged");
        (await ledger.GetAsync($"accounts/{bank}")).Body.GetProperty("closed").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task a_budgets_amount_is_decided_from_a_day_on()
    {
        var ledger = await app.CreateLedgerAsync();
        var budget = (await ledger.PostAsync("budgets", new { name = "Food", amount = 400, currency = "EUR", period = "month", startsOn = "2026-01-01" })).Id;
        await ledger.PatchAsync($"budgets/{budget}", new { amount = 500, effectiveOn = "2026-02-01" });

        (await ledger.PushAsync(Op("budget.revise", budget, new { amount = 600, effectiveOn = "2026-03-01" }, 1)))[0].FieldsOf().ShouldBe(["amount"]);
        (await ledger.PushAsync(Op("budget.revise", budget, new { amount = 500, effectiveOn = "2026-03-01" }, 1)))[0].Status().ShouldBe("merged");
        (await ledger.PushAsync(Op("budget.revise", budget, new { name = "Eating" }, 1)))[0].Status().ShouldBe("merged");
    }

    private async Task<(LedgerClient Ledger, Guid Bank, Guid Entry)> EntryAsync()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var entry = await ledger.RecordAsync(new { accountId = bank, date = "2026-01-15", amount = -500, payee = "Shop" });
        return (ledger, bank, entry.GetProperty("id").GetGuid());
    }
}

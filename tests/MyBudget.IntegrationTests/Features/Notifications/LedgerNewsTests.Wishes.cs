using System.Net;
using MyBudget.Domain;

namespace MyBudget.IntegrationTests.Features.Notifications;

/// <summary>What is news in more than one way, and what is told only if it is wished.</summary>
public sealed partial class LedgerNewsTests
{
    [Fact]
    public async Task what_a_change_makes_large_is_told_and_so_is_the_entry_where_only_that_is_wanted()
    {
        var owner = await app.SignInAsync();
        var ledger = await owner.CreateLedgerAsync();
        var (member, euros) = (await InviteAsync(ledger), await ledger.OpenAccountAsync("Bank"));
        (await ledger.PatchAsync(ledger.Path, new { largeTransactionFrom = 100_00 })).ShouldBe(HttpStatusCode.OK);

        var entry = (await RecordAsync(member, new { accountId = euros, date = Today, amount = -5_00 })).GetProperty("id").GetGuid();
        await InboxAsync(owner, 1);
        await EditAsync(member, entry, -250_00);
        (await InboxAsync(owner, 2))[0].GetProperty("title").GetString().ShouldBe("Large entry: -250.00\u00a0EUR");
        await EditAsync(member, entry, -260_00);
        await EditAsync(member, entry, -1_00);
        await EditAsync(member, entry, -100_00);
        await InboxAsync(owner, 3);

        await WishAsync(owner, ("largeTransaction", false));
        await RecordAsync(member, new { accountId = euros, date = Today, amount = -500_00 });
        await InboxAsync(owner, 4);
        (await KindsAsync(owner)).ShouldBe(["memberEntry", "largeTransaction", "largeTransaction", "memberEntry"]);
    }

    [Fact]
    public async Task changes_and_deletions_are_told_to_the_others_if_wished()
    {
        var owner = await app.SignInAsync();
        var ledger = await owner.CreateLedgerAsync();
        var (member, account) = (await InviteAsync(ledger), await ledger.OpenAccountAsync("Bank"));
        var entry = (await RecordAsync(member, new { accountId = account, date = Today, amount = -5_00 })).GetProperty("id").GetGuid();
        await EditAsync(member, entry, -6_00);
        await app.CaughtUpAsync();
        (await KindsAsync(owner)).ShouldBe(["memberEntry"]);
        var kinds = (await owner.GetAsync("/api/v1/notification-preferences")).Body.GetProperty("kinds");
        kinds.GetProperty("memberChange").GetProperty("inbox").GetBoolean().ShouldBeFalse();
        kinds.GetProperty("memberDeletion").GetProperty("push").GetBoolean().ShouldBeFalse();

        await WishAsync(owner, ("memberChange", true), ("memberDeletion", true), ("memberEntry", false));
        await EditAsync(member, entry, -7_00);
        (await InboxAsync(owner, 2))[0].GetProperty("title").GetString().ShouldBe("Ada changed: -7.00\u00a0EUR");
        app.Time.Advance(TimeSpan.FromSeconds(1));
        (await member.DeleteAsync($"transactions/{entry}")).ShouldBe(HttpStatusCode.NoContent);
        (await InboxAsync(owner, 3))[0].GetProperty("title").GetString().ShouldBe("Ada deleted: -7.00\u00a0EUR");
        await EditAsync(ledger, (await RecordAsync(ledger, new { accountId = account, date = Today, amount = -1 })).GetProperty("id").GetGuid(), -2);
        app.Time.Advance(TimeSpan.FromSeconds(1));
        (await member.PostAsync($"transactions/{entry}/restoration")).ShouldBe(HttpStatusCode.OK);
        await InboxAsync(owner, 4);
        (await KindsAsync(owner)).ShouldBe(["memberChange", "memberDeletion", "memberChange", "memberEntry"]);
    }

    [Fact]
    public async Task an_id_of_another_ledger_keeps_no_notice_back()
    {
        var owner = await app.SignInAsync();
        var ledger = await owner.CreateLedgerAsync();
        var (member, account) = (await InviteAsync(ledger), await ledger.OpenAccountAsync("Bank"));
        var other = await member.CreateLedgerAsync();
        await Sharing.JoinAsync(app.Host, other, owner, LedgerRole.Viewer);
        var id = Guid.CreateVersion7();

        await RecordAsync(other, new { id, accountId = await other.OpenAccountAsync("Bank"), date = Today, amount = -1 });
        await UntilAsync(async () => (await KindsAsync(owner)).Count(kind => kind == "memberEntry"), 1);
        await RecordAsync(member, new { id, accountId = account, date = Today, amount = -9_999_99 });
        await UntilAsync(async () => (await KindsAsync(owner)).Count(kind => kind == "memberEntry"), 2);
    }

    [Fact]
    public async Task exceeded_is_told_whatever_the_thresholds_and_a_threshold_where_that_alone_is_wanted()
    {
        foreach (var (wish, told) in ((string, string)[])[("budgetThreshold", "budgetExceeded"), ("budgetExceeded", "budgetThreshold")])
        {
            var user = await app.SignInAsync();
            await WishAsync(user, (wish, false));
            var ledger = await user.CreateLedgerAsync();
            var (account, food) = (await ledger.OpenAccountAsync(), await ledger.CreateCategoryAsync("Food"));
            var budget = await CreateBudgetAsync(ledger, food);
            (await ledger.PatchAsync($"budgets/{budget}", new { thresholds = new[] { 80, 120 } })).ShouldBe(HttpStatusCode.OK);
            await RecordAsync(ledger, new { accountId = account, date = Today, amount = -500_00, categoryId = food });
            await InboxAsync(user, 1);
            (await KindsAsync(user)).ShouldBe([told]);
        }
    }

    private async Task EditAsync(LedgerClient ledger, Guid entry, long amount)
    {
        app.Time.Advance(TimeSpan.FromSeconds(1));
        (await ledger.PatchAsync($"transactions/{entry}", new { amount })).ShouldBe(HttpStatusCode.OK);
    }

    private static async Task WishAsync(ApiClient user, params (string Kind, bool Told)[] wishes)
    {
        var kinds = wishes.ToDictionary(wish => wish.Kind, wish => new { inbox = wish.Told, push = wish.Told });
        (await user.PutAsync("/api/v1/notification-preferences", new { kinds })).ShouldBe(HttpStatusCode.OK);
    }
}

using System.Globalization;
using System.Net;
using System.Text.Json;
using MyBudget.Domain;

namespace MyBudget.IntegrationTests.Features.Notifications;

[Collection(nameof(NotificationsApp))]
public sealed partial class LedgerNewsTests(NotificationsApp app)
{
    private string Today => app.Time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public async Task a_threshold_that_is_crossed_reaches_inbox_and_phone_once_in_the_users_language()
    {
        var user = await app.SignInAsync("ru");
        var token = await NotificationsApp.RegisterAsync(user);
        var ledger = await user.CreateLedgerAsync();
        var (account, food) = (await ledger.OpenAccountAsync(), await ledger.CreateCategoryAsync("Еда"));
        var budget = await CreateBudgetAsync(ledger, food);

        await RecordAsync(ledger, new { accountId = account, date = Today, amount = -79_00, categoryId = food });
        await RecordAsync(ledger, new { accountId = account, date = Today, amount = -2_00, categoryId = food });

        var push = (await PushesOfAsync(token, "budgetThreshold", 1))[0];
        push.Title.ShouldBe("Food: израсходовано 80 %");
        push.Data("budgetId").ShouldBe($"{budget}");
        push.Data("ledgerId").ShouldBe($"{ledger.LedgerId}");
        var entry = (await user.GetAsync("/api/v1/notifications")).Items.ShouldHaveSingleItem();
        entry.GetProperty("title").GetString().ShouldBe(push.Title);
        entry.GetProperty("data").GetProperty("spent").GetInt64().ShouldBe(81_00);

        await RecordAsync(ledger, new { accountId = account, date = Today, amount = -1_00, categoryId = food });
        await RecordAsync(ledger, new { accountId = account, date = Today, amount = -30_00, categoryId = food });
        (await PushesOfAsync(token, "budgetExceeded", 1))[0].Title.ShouldBe("Бюджет «Food» превышен");
        await app.CaughtUpAsync();
        app.Time.Advance(TimeSpan.FromSeconds(2));
        await app.SettledAsync(user);
        (await KindsAsync(user)).ShouldBe(["budgetExceeded", "budgetThreshold"]);
        (await PushesOfAsync(token, "budgetThreshold", 1)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task what_a_member_enters_is_told_to_the_others()
    {
        var owner = await app.SignInAsync();
        var ledger = await owner.CreateLedgerAsync();
        var (member, account) = (await InviteAsync(ledger), await ledger.OpenAccountAsync("Bank"));

        await RecordAsync(member, new { accountId = account, date = Today, amount = -12_50, payee = "Bakery" });
        var entry = (await InboxAsync(owner, 1))[0];
        entry.GetProperty("kind").GetString().ShouldBe("memberEntry");
        entry.GetProperty("title").GetString().ShouldBe("Ada: -12.50\u00a0EUR");
        entry.GetProperty("body").GetString()!.ShouldStartWith("Bakery · Bank · ");

        app.Time.Advance(TimeSpan.FromSeconds(1));
        var batch = Enumerable.Range(0, 5).Select(_ => new { accountId = account, date = Today, amount = -1_00 });
        (await member.PostAsync("transactions/batch", new { transactions = batch })).ShouldBe(HttpStatusCode.Created);
        (await InboxAsync(owner, 2))[0].GetProperty("body").GetString().ShouldBe("5 new entries");
        (await KindsAsync(member)).ShouldBeEmpty();
    }

    [Fact]
    public async Task a_large_transaction_is_told_from_the_ledgers_limit_on()
    {
        var owner = await app.SignInAsync();
        var ledger = await owner.CreateLedgerAsync();
        var (member, euros, dollars) = (await InviteAsync(ledger), await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Bucks", currency: "USD"));

        (await member.PatchAsync(ledger.Path, new { largeTransactionFrom = 100_00 })).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await ledger.PatchAsync(ledger.Path, new { largeTransactionFrom = 0 })).ShouldBlame("largeTransactionFrom");
        var set = (await ledger.PatchAsync(ledger.Path, new { largeTransactionFrom = 100_00 })).ShouldBe(HttpStatusCode.OK);
        set.Body.GetProperty("largeTransactionFrom").GetInt64().ShouldBe(100_00);
        (await ledger.GetAsync(ledger.Path)).Body.GetProperty("largeTransactionFrom").GetInt64().ShouldBe(100_00);

        await RecordAsync(member, new { accountId = euros, date = Today, amount = -100_00 });
        await InboxAsync(owner, 1);
        await RecordAsync(member, new { accountId = dollars, date = Today, amount = -900_00 });
        await InboxAsync(owner, 2);
        await RecordAsync(member, new { accountId = euros, date = Today, amount = -99_99 });
        await InboxAsync(owner, 3);
        (await ledger.PatchAsync(ledger.Path, new { largeTransactionFrom = (long?)null })).ShouldBe(HttpStatusCode.OK);
        await RecordAsync(member, new { accountId = euros, date = Today, amount = 200_00 });
        await InboxAsync(owner, 4);

        (await KindsAsync(owner)).ShouldBe(["memberEntry", "memberEntry", "memberEntry", "largeTransaction"]);
    }

    [Fact]
    public async Task devices_are_told_silently_how_far_a_ledger_has_come()
    {
        var user = await app.SignInAsync();
        var ledger = await user.CreateLedgerAsync();
        var token = await NotificationsApp.RegisterAsync(user);
        await ledger.OpenAccountAsync();
        var revision = await ledger.RevisionAsync();

        await UntilAsync(() => app.CountAsync($"select count(*) from outbox where user_id = '{user.UserId}' and payload->'data'->>'revision' = '{revision}'"), 1);
        app.Time.Advance(TimeSpan.FromSeconds(2));

        var push = (await PushesOfAsync(token, "sync", 1))[0];
        push.Title.ShouldBeNull();
        push.Message.GetProperty("data").EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.GetString()).ShouldBe(
            new Dictionary<string, string?> { ["type"] = "sync", ["ledgerId"] = $"{ledger.LedgerId}", ["revision"] = $"{revision}" }, ignoreOrder: true);
        push.Message.GetProperty("apns").GetProperty("headers").GetProperty("apns-push-type").GetString().ShouldBe("background");
    }

    /// <summary>At a time of its own, so that the order of notices is that of the entries.</summary>
    private Task<JsonElement> RecordAsync(LedgerClient ledger, object transaction)
    {
        app.Time.Advance(TimeSpan.FromSeconds(1));
        return ledger.RecordAsync(transaction);
    }

    private async Task<Guid> CreateBudgetAsync(LedgerClient ledger, Guid category)
    {
        var answer = await ledger.PostAsync("budgets", new
        {
            name = "Food",
            amount = 100_00,
            currency = "EUR",
            period = "month",
            startsOn = $"{Today[..8]}01",
            categoryIds = new[] { category },
            accountIds = Array.Empty<Guid>(),
            rollover = "none",
            thresholds = new[] { 80, 100 },
        });
        return answer.ShouldBe(HttpStatusCode.Created).Id;
    }

    private async Task<LedgerClient> InviteAsync(LedgerClient ledger)
    {
        var member = await app.SignInAsync();
        return await Sharing.JoinAsync(app.Host, ledger, member, LedgerRole.Editor);
    }

    private async Task<IReadOnlyList<Infrastructure.Firebase.FcmCall>> PushesOfAsync(string token, string type, int count)
    {
        await UntilAsync(() => Task.FromResult((long)Math.Min(count, Of().Count)), count);
        return Of();

        List<Infrastructure.Firebase.FcmCall> Of() => [.. app.Fcm.Calls.Where(call => call.Token == token && call.Data("type") == type)];
    }

    private static async Task<JsonElement[]> InboxAsync(ApiClient user, int count)
    {
        await UntilAsync(async () => (await user.GetAsync("/api/v1/notifications")).Items.Length, count);
        return (await user.GetAsync("/api/v1/notifications")).Items;
    }

    private static async Task<IEnumerable<string?>> KindsAsync(ApiClient user) =>
        (await user.GetAsync("/api/v1/notifications")).Items.Select(entry => entry.GetProperty("kind").GetString());

    private static async Task UntilAsync(Func<Task<long>> count, long expected)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await count() != expected)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static Task UntilAsync(Func<Task<int>> count, long expected) => UntilAsync(async () => (long)await count(), expected);
}

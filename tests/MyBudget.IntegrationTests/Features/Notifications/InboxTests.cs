using System.Net;

namespace MyBudget.IntegrationTests.Features.Notifications;

[Collection(nameof(NotificationsApp))]
public sealed class InboxTests(NotificationsApp app)
{
    private const string Path = "/api/v1/notifications";

    [Theory]
    [InlineData("en", "Food: 80 % used", "1,234.56\u00a0EUR of 1,500.00\u00a0EUR spent; the period ends on 31 March 2026.")]
    [InlineData("ru", "Food: израсходовано 80 %", "Потрачено 1\u00a0234,56\u00a0EUR из 1\u00a0500,00\u00a0EUR; период заканчивается 31 марта 2026.")]
    public async Task tells_in_the_language_of_its_user(string locale, string title, string body)
    {
        var user = await app.SignInAsync(locale);
        await app.SendAsync(app.Threshold(user));

        var entry = (await user.GetAsync(Path)).ShouldBe(HttpStatusCode.OK).Items.ShouldHaveSingleItem();

        entry.GetProperty("kind").GetString().ShouldBe("budgetThreshold");
        entry.GetProperty("title").GetString().ShouldBe(title);
        entry.GetProperty("body").GetString().ShouldBe(body);
        entry.GetProperty("data").GetProperty("spent").GetInt64().ShouldBe(123_456);
        entry.GetProperty("readAt").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await user.GetAsync(Path, ("Accept-Language", "ru"))).Items[0].GetProperty("title").GetString().ShouldBe("Food: израсходовано 80 %");
    }

    [Fact]
    public async Task pages_from_the_newest_on_and_keeps_its_place_also_among_notices_of_one_moment()
    {
        var user = await app.SignInAsync();
        await app.SendAsync([.. Enumerable.Range(1, 5).Select(level => app.Threshold(user, level))]);

        var first = await user.GetAsync($"{Path}?limit=2");
        await app.SendAsync(app.Threshold(user, 6));
        var second = await user.GetAsync($"{Path}?limit=2&cursor={first.Body.GetProperty("nextCursor").GetString()}");
        var third = await user.GetAsync($"{Path}?limit=2&cursor={second.Body.GetProperty("nextCursor").GetString()}");

        Levels(first).Concat(Levels(second)).Concat(Levels(third)).ShouldBe([5, 4, 3, 2, 1]);
        third.Body.GetProperty("nextCursor").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await user.GetAsync($"{Path}?limit=0")).ShouldBlame("limit");
        (await user.GetAsync($"{Path}?cursor=nonsense")).ShouldBlame("cursor");
    }

    [Fact]
    public async Task knows_what_was_read()
    {
        var user = await app.SignInAsync();
        for (var level = 1; level <= 3; level++) await app.SendAsync(app.Threshold(user, level));
        var (newest, middle, oldest) = (await IdsAsync(user)) is [var a, var b, var c] ? (a, b, c) : throw new InvalidOperationException();

        (await user.PutAsync($"{Path}/{oldest}/read")).ShouldBe(HttpStatusCode.NoContent);
        var readAt = (await user.GetAsync(Path)).Items[2].GetProperty("readAt").GetDateTimeOffset();
        app.Time.Advance(TimeSpan.FromMinutes(1));
        (await user.PutAsync($"{Path}/{oldest}/read")).ShouldBe(HttpStatusCode.NoContent);

        (await user.GetAsync(Path)).Items[2].GetProperty("readAt").GetDateTimeOffset().ShouldBe(readAt);
        (await UnreadAsync(user)).ShouldBe(2);
        Levels(await user.GetAsync($"{Path}?unread=true")).ShouldBe([3, 2]);

        (await user.PostAsync($"{Path}/read-all", new { upTo = middle })).ShouldBe(HttpStatusCode.NoContent);
        (await user.GetAsync($"{Path}?unread=true")).Items.ShouldHaveSingleItem().GetProperty("id").GetGuid().ShouldBe(newest);
        (await user.PostAsync($"{Path}/read-all", new { })).ShouldBe(HttpStatusCode.NoContent);
        (await UnreadAsync(user)).ShouldBe(0);
    }

    [Fact]
    public async Task is_nobody_elses()
    {
        var (user, stranger) = (await app.SignInAsync(), await app.SignInAsync());
        await app.SendAsync(app.Threshold(user));
        var id = (await IdsAsync(user))[0];

        (await stranger.PutAsync($"{Path}/{id}/read")).ShouldBe(HttpStatusCode.NotFound);
        (await stranger.DeleteAsync($"{Path}/{id}")).ShouldBe(HttpStatusCode.NotFound);
        await stranger.PostAsync($"{Path}/read-all", new { });
        (await stranger.GetAsync(Path)).Items.ShouldBeEmpty();
        (await UnreadAsync(user)).ShouldBe(1);
    }

    [Fact]
    public async Task forgets_what_is_deleted_and_is_not_told_it_again()
    {
        var user = await app.SignInAsync();
        var notice = app.Threshold(user);
        await app.SendAsync(notice);
        var id = (await IdsAsync(user))[0];

        (await user.DeleteAsync($"{Path}/{id}")).ShouldBe(HttpStatusCode.NoContent);
        (await user.DeleteAsync($"{Path}/{id}")).ShouldBe(HttpStatusCode.NotFound);
        await app.SendAsync(notice);

        (await user.GetAsync(Path)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task gets_the_same_notice_once_however_many_announce_it()
    {
        var user = await app.SignInAsync();
        var notices = Enumerable.Range(1, 5).Select(level => app.Threshold(user, level, key: $"level/{level}")).ToArray();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => app.SendAsync(n % 2 == 0 ? notices : [.. notices.Reverse()])));

        Levels(await user.GetAsync(Path)).Order().ShouldBe([1, 2, 3, 4, 5]);
    }

    [Fact]
    public async Task shows_nothing_of_a_ledger_the_user_is_not_a_member_of()
    {
        var (user, other) = (await app.SignInAsync(), await app.SignInAsync());
        var (own, foreign) = (await user.CreateLedgerAsync(), await other.CreateLedgerAsync());
        await app.SendAsync(app.Threshold(user, 1, own.LedgerId), app.Threshold(user, 2, foreign.LedgerId));

        Levels(await user.GetAsync(Path)).ShouldBe([1]);
        (await UnreadAsync(user)).ShouldBe(1);

        (await app.Host.DeleteLedgerAsync(own)).ShouldBe(HttpStatusCode.NoContent);
        (await user.GetAsync(Path)).Items.ShouldBeEmpty();
        (await UnreadAsync(user)).ShouldBe(0);
        (await app.Host.EraseDeletedAsync(own)).ShouldBeTrue();
        (await app.CountAsync($"select count(*) from mt_doc_inbox_entry where ledger_id = '{own.LedgerId}'")).ShouldBe(0);
    }

    private static async Task<IReadOnlyList<Guid>> IdsAsync(ApiClient user) =>
        [.. (await user.GetAsync(Path)).Items.Select(entry => entry.GetProperty("id").GetGuid())];

    private static IEnumerable<int> Levels(ApiResponse page) => page.Items.Select(entry => entry.GetProperty("data").GetProperty("level").GetInt32());

    private static async Task<long> UnreadAsync(ApiClient user) => (await user.GetAsync($"{Path}/unread-count")).Body.GetProperty("unread").GetInt64();
}


namespace MyBudget.IntegrationTests.Features.Notifications;

[Collection(nameof(NotificationsApp))]
public sealed class RetentionTests(NotificationsApp app)
{
    [Theory]
    [InlineData("mt_doc_device", "lastSeenAt", 59, 1)]
    [InlineData("mt_doc_device", "lastSeenAt", 61, 0)]
    [InlineData("mt_doc_inbox_entry", "readAt", 89, 1)]
    [InlineData("mt_doc_inbox_entry", "readAt", 91, 0)]
    [InlineData("mt_doc_inbox_entry", "createdAt", 364, 1)]
    [InlineData("mt_doc_inbox_entry", "createdAt", 366, 0)]
    public async Task deletes_what_is_old_and_nothing_else(string table, string member, int days, int left)
    {
        var user = await app.SignInAsync();
        await NotificationsApp.RegisterAsync(user);
        await app.SendAsync(app.Threshold(user));
        await app.SettledAsync(user);
        var then = app.Time.GetUtcNow().AddDays(-days);
        await app.ExecuteAsync($"update {table} set data = jsonb_set(data, '{{{member}}}', '\"{then:O}\"') where user_id = '{user.UserId}'");

        await app.Host.SweepAsync();

        (await app.CountAsync($"select count(*) from {table} where user_id = '{user.UserId}'")).ShouldBe(left);
    }

    [Fact]
    public async Task drops_the_devices_of_sign_ins_that_have_ended()
    {
        var user = await app.SignInAsync();
        var ended = await AppFixture.SignInAsync(app.Host, user.UserId);
        await NotificationsApp.RegisterAsync(user, $"kept-{user.UserId}");
        await NotificationsApp.RegisterAsync(ended);
        await ended.PostAsync("/api/v1/auth/logout", new { });

        await app.Host.SweepAsync();

        (await app.CountAsync($"select count(*) from mt_doc_device where user_id = '{user.UserId}'")).ShouldBe(1);
        (await app.CountAsync($"select count(*) from mt_doc_device where id = 'kept-{user.UserId}'")).ShouldBe(1);
    }
}

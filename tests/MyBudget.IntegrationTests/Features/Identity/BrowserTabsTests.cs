using System.Net;

namespace MyBudget.IntegrationTests.Features.Identity;

/// <summary>Tabs of one browser share a cookie and know nothing of each other.</summary>
[Collection(nameof(IdentityApp))]
public sealed class BrowserTabsTests(IdentityApp app)
{
    [Fact]
    public async Task two_that_refresh_at_once_are_both_signed_in_and_so_on()
    {
        await using var replica = await app.StartHostAsync();
        var browser = new Browser(app, app.Host, replica);
        await browser.RegisterAsync();

        for (var round = 0; round < 10; round++)
        {
            // Both have read the jar before either is answered, and each asks another replica.
            var answers = await Task.WhenAll(browser.RefreshAsync(), browser.RefreshAsync());
            foreach (var answer in answers)
            {
                var access = answer.ShouldBe(HttpStatusCode.OK).Body.GetProperty("accessToken").GetString();
                (await app.ClientOf(access).GetAsync("/api/v1/me")).ShouldBe(HttpStatusCode.OK);
            }

            answers.Select(answer => Browser.SaidBy(answer)!.Value.Value).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
        }

        var me = (await browser.RefreshAsync()).Body.GetProperty("accessToken").GetString();
        (await app.ClientOf(me).GetAsync("/api/v1/me/sessions")).Items.Length.ShouldBe(1);
    }

    [Fact]
    public async Task twenty_at_once_are_given_one_cookie()
    {
        await using var replica = await app.StartHostAsync();
        var browser = new Browser(app, app.Host, replica);
        await browser.RegisterAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => browser.RefreshAsync()));

        foreach (var answer in answers) answer.ShouldBe(HttpStatusCode.OK);
        answers.Select(answer => Browser.SaidBy(answer)!.Value.Value).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
        (await browser.RefreshAsync()).ShouldBe(HttpStatusCode.OK);
    }
}

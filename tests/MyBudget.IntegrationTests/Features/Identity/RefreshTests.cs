using System.Net;

namespace MyBudget.IntegrationTests.Features.Identity;

[Collection(nameof(IdentityApp))]
public sealed class RefreshTests(IdentityApp app)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task hands_out_the_next_token_and_goes_on()
    {
        var user = await app.RegisterAsync();

        var answer = await app.RefreshAsync(user.RefreshToken);

        answer.ShouldBe(HttpStatusCode.OK);
        answer.Body.EnumerateObject().Select(member => member.Name)
            .ShouldBe(["user", "accessToken", "refreshToken", "expiresIn", "tokenType", "installation"], ignoreOrder: true);
        Token(answer).ShouldNotBe(user.RefreshToken);
        Token(answer).Length.ShouldBe(43);
        (await app.RefreshAsync(Token(answer))).ShouldBe(HttpStatusCode.OK);
        (await app.ClientOf(answer.Body.GetProperty("accessToken").GetString()).GetAsync("/api/v1/me")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task gives_the_same_successor_again_while_its_answer_may_have_been_lost()
    {
        var user = await app.RegisterAsync();
        var first = await app.RefreshAsync(user.RefreshToken);
        app.Time.Advance(Grace);

        var again = await app.RefreshAsync(user.RefreshToken);

        again.ShouldBe(HttpStatusCode.OK);
        Token(again).ShouldBe(Token(first));
    }

    [Fact]
    public async Task ends_the_family_when_an_old_token_comes_after_the_grace()
    {
        var user = await app.RegisterAsync();
        var next = Token(await app.RefreshAsync(user.RefreshToken));
        app.Time.Advance(Grace + TimeSpan.FromSeconds(1));

        (await app.RefreshAsync(user.RefreshToken)).ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.invalid-refresh-token");

        (await app.RefreshAsync(next)).ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.invalid-refresh-token");
        (await user.IsSignedInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task ends_the_family_when_a_token_comes_whose_successor_was_used()
    {
        var user = await app.RegisterAsync();
        var other = await user.LogInAgainAsync();
        var second = Token(await app.RefreshAsync(user.RefreshToken));
        var third = Token(await app.RefreshAsync(second));

        (await app.RefreshAsync(user.RefreshToken)).ShouldBe(HttpStatusCode.Unauthorized);

        (await app.RefreshAsync(third)).ShouldBe(HttpStatusCode.Unauthorized);
        (await user.IsSignedInAsync()).ShouldBeFalse();
        (await other.IsSignedInAsync()).ShouldBeTrue("another sign-in is another family");
    }

    [Fact]
    public async Task never_forks_the_family_however_many_ask_at_once()
    {
        var user = await app.RegisterAsync();
        await using var replica = await app.StartHostAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => app.RefreshAsync(user.RefreshToken, i % 2 == 0 ? app.Host : replica)));

        foreach (var answer in answers) answer.ShouldBe(HttpStatusCode.OK);
        var successor = answers.Select(Token).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();

        var chained = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => app.RefreshAsync(successor, i % 2 == 0 ? app.Host : replica)));
        chained.Select(Token).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
        (await user.Client.GetAsync("/api/v1/me/sessions")).Items.Length.ShouldBe(1);
    }

    [Fact]
    public async Task refuses_what_is_no_token_of_ours()
    {
        (await app.RefreshAsync("no-such-token")).ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.invalid-refresh-token");
        (await app.RefreshAsync(string.Empty)).ShouldBlame("refreshToken", "required");
        var user = await app.RegisterAsync();
        (await app.RefreshAsync(user.AccessToken[..190])).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task refuses_the_tokens_of_a_session_that_has_ended()
    {
        var user = await app.RegisterAsync();
        (await user.Client.PostAsync("/api/v1/auth/logout")).ShouldBe(HttpStatusCode.NoContent);

        (await app.RefreshAsync(user.RefreshToken)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task refuses_a_token_that_was_not_used_in_its_lifetime_and_each_use_prolongs_it()
    {
        await using var brief = await app.StartHostAsync(("Tokens:RefreshTokenLifetime", "02:00:00"));
        var user = await app.RegisterAsync();
        var token = Token(await app.RefreshAsync(user.RefreshToken, brief));
        app.Time.Advance(TimeSpan.FromHours(1.5));
        token = Token(await app.RefreshAsync(token, brief));
        app.Time.Advance(TimeSpan.FromHours(1.5));
        token = Token(await app.RefreshAsync(token, brief));
        app.Time.Advance(TimeSpan.FromHours(2));

        (await app.RefreshAsync(token, brief)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static string Token(ApiResponse answer) => answer.ShouldBe(HttpStatusCode.OK).Body.GetProperty("refreshToken").GetString()!;
}

using System.Net;

namespace MyBudget.IntegrationTests.Features.Identity;

[Collection(nameof(IdentityApp))]
public sealed class FactorSignInTests(IdentityApp app)
{
    [Fact]
    public async Task a_password_alone_gives_no_tokens_and_begins_no_session()
    {
        var (user, phone) = await EnrolledAsync();

        await Challenged.LogInAsync(app, user);

        (await user.Client.GetAsync("/api/v1/me/sessions")).Items.Length.ShouldBe(1);
        (await app.LogInAsync(user.Email, "wrong password")).ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.invalid-credentials");
        (await (await Challenged.LogInAsync(app, user)).AnswerAsync(app, phone.NextCode())).ShouldBe(HttpStatusCode.OK)
            .Body.GetProperty("accessToken").GetString().ShouldNotBeNullOrEmpty();
        (await user.Client.GetAsync("/api/v1/me/factors")).Items.Single().GetProperty("lastUsedAt").GetDateTimeOffset()
            .ShouldBe(app.Time.GetUtcNow(), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task a_clock_may_be_off_by_one_step_either_way()
    {
        var (user, phone) = await EnrolledAsync();

        app.Time.Advance(TimeSpan.FromMinutes(5));
        foreach (var off in new[] { -60, 60 })
            (await (await Challenged.LogInAsync(app, user)).AnswerAsync(app, phone.Code(TimeSpan.FromSeconds(off)))).ShouldBe(HttpStatusCode.Unauthorized);
        foreach (var off in new[] { -30, 30 })
            (await (await Challenged.LogInAsync(app, user)).AnswerAsync(app, phone.Code(TimeSpan.FromSeconds(off)))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task a_code_is_good_once_and_none_before_it_either()
    {
        var (user, phone) = await EnrolledAsync();
        var before = phone.Code(TimeSpan.FromSeconds(60));
        var code = phone.NextCode();
        app.Time.Advance(TimeSpan.FromSeconds(30));
        var next = phone.Code();
        (await (await Challenged.LogInAsync(app, user)).AnswerAsync(app, next)).ShouldBe(HttpStatusCode.OK);

        foreach (var used in new[] { next, code, before })
            (await (await Challenged.LogInAsync(app, user)).AnswerAsync(app, used)).ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.factor-code-invalid");
    }

    [Fact]
    public async Task of_many_that_show_the_same_code_at_once_one_gets_in()
    {
        var (user, phone) = await EnrolledAsync();
        var asked = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Challenged.LogInAsync(app, user)));
        var code = phone.NextCode();

        var answers = await Task.WhenAll(asked.Select(each => each.AnswerAsync(app, code)));

        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(answer => answer.Status == HttpStatusCode.Unauthorized).ShouldBe(7);
    }

    [Fact]
    public async Task what_stands_between_digits_and_their_script_do_not_matter()
    {
        var (user, phone) = await EnrolledAsync();
        var code = phone.NextCode();
        (await (await Challenged.LogInAsync(app, user)).AnswerAsync(app, $" {code[..3]} {code[3..]} ")).ShouldBe(HttpStatusCode.OK);
        var arabic = string.Concat(phone.NextCode().Select(digit => (char)('\u0660' + (digit - '0'))));
        (await (await Challenged.LogInAsync(app, user)).AnswerAsync(app, arabic)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task a_challenge_is_good_for_one_sign_in_five_minutes_and_its_installation()
    {
        var (user, phone) = await EnrolledAsync();

        var asked = await Challenged.LogInAsync(app, user);
        (await (asked with { Installation = null }).AnswerAsync(app, phone.NextCode())).ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.challenge-ended");
        var foreign = await Challenged.LogInAsync(app, user);
        (await (asked with { Installation = foreign.Installation }).AnswerAsync(app, phone.Code())).ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.challenge-ended");
        (await asked.AnswerAsync(app, phone.Code())).ShouldBe(HttpStatusCode.OK);
        (await asked.AnswerAsync(app, phone.NextCode())).ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.challenge-ended");

        var late = await Challenged.LogInAsync(app, user);
        app.Time.Advance(TimeSpan.FromMinutes(5));
        (await late.AnswerAsync(app, phone.Code())).ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.challenge-ended");
        (await new Challenged("made up", late.Installation).AnswerAsync(app, phone.Code())).ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.challenge-ended");
    }

    [Fact]
    public async Task the_installation_of_before_is_kept_and_proves_itself_after_the_second_step_alone()
    {
        var (user, phone) = await EnrolledAsync();
        var asked = await Challenged.LogInAsync(app, user);
        var signedIn = await asked.AnswerAsync(app, phone.NextCode());
        signedIn.Body.GetProperty("installation").GetString().ShouldBe(asked.Installation);

        var again = await Challenged.LogInAsync(app, user, asked.Installation);
        again.Installation.ShouldBe(asked.Installation);
    }

    [Fact]
    public async Task another_users_code_or_recovery_code_is_none()
    {
        var ((user, _), (_, others)) = (await EnrolledAsync(), await EnrolledAsync());

        var asked = await Challenged.LogInAsync(app, user);
        (await asked.AnswerAsync(app, others.NextCode())).ShouldBe(HttpStatusCode.Unauthorized);
        (await asked.AnswerAsync(app, others.RecoveryCodes[0])).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task five_wrong_codes_end_a_challenge_and_ten_shut_the_place_where_they_came_from()
    {
        var (user, phone) = await EnrolledAsync();
        var elsewhere = Addresses.New();
        for (var round = 0; round < 2; round++)
        {
            var asked = await Challenged.LogInAsync(app, user, headers: elsewhere);
            for (var i = 0; i < 5; i++) (await asked.AnswerAsync(app, phone.WrongCode(), elsewhere)).ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.factor-code-invalid");
            (await asked.AnswerAsync(app, phone.NextCode(), elsewhere)).ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.challenge-ended");
        }

        (await (await Challenged.LogInAsync(app, user, headers: elsewhere)).AnswerAsync(app, phone.NextCode(), elsewhere)).ShouldBe(HttpStatusCode.TooManyRequests);
        (await (await Challenged.LogInAsync(app, user)).AnswerAsync(app, phone.NextCode())).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task guessing_from_many_places_runs_out_but_not_for_those_that_the_account_knows()
    {
        var (user, phone) = await EnrolledAsync();
        var known = await Challenged.LogInAsync(app, user);
        (await known.AnswerAsync(app, phone.NextCode())).ShouldBe(HttpStatusCode.OK);
        for (var i = 0; i < 50; i++)
        {
            var from = Addresses.New();
            (await (await Challenged.LogInAsync(app, user, headers: from)).AnswerAsync(app, phone.WrongCode(), from)).ShouldBe(HttpStatusCode.Unauthorized);
        }

        var (stranger, cafe) = (Addresses.New(), Addresses.New());
        (await (await Challenged.LogInAsync(app, user, headers: stranger)).AnswerAsync(app, phone.NextCode(), stranger)).ShouldBe(HttpStatusCode.TooManyRequests);
        (await (await Challenged.LogInAsync(app, user, known.Installation, cafe)).AnswerAsync(app, phone.NextCode(), cafe)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task a_burst_has_no_more_tries_than_one_by_one()
    {
        var (user, phone) = await EnrolledAsync();
        var asked = await Challenged.LogInAsync(app, user);
        var wrong = phone.WrongCode();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => asked.AnswerAsync(app, wrong)));

        answers.Count(answer => answer.Code == "auth.factor-code-invalid").ShouldBe(5);
        answers.Count(answer => answer.Code == "auth.challenge-ended").ShouldBe(15);
    }

    [Fact]
    public async Task a_reset_password_removes_no_factor_and_ends_what_waits()
    {
        var (user, phone) = await EnrolledAsync();
        await app.Mail.NextAsync(user.Email);
        var asked = await Challenged.LogInAsync(app, user);
        (await app.Anonymous.PostAsync("/api/v1/auth/password/forgot", new { email = user.Email })).ShouldBe(HttpStatusCode.Accepted);
        var code = await app.Mail.NextCodeAsync(user.Email);

        (await app.Anonymous.PostAsync("/api/v1/auth/password/reset", new { email = user.Email, code, newPassword = "another long password" }))
            .ShouldBe(HttpStatusCode.NoContent);

        (await asked.AnswerAsync(app, phone.NextCode())).ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.challenge-ended");
        var anew = Challenged.Of(await app.LogInAsync(user.Email, "another long password"));
        (await anew.AnswerAsync(app, phone.NextCode())).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task a_refresh_needs_no_code()
    {
        var (user, _) = await EnrolledAsync();
        (await app.RefreshAsync(user.RefreshToken)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task a_browser_has_its_installation_in_the_cookie()
    {
        var (user, phone) = await EnrolledAsync();
        var browser = new Browser(app);

        var asked = (await browser.LogInAsync(user.Email)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.factor-needed");
        asked.Body.TryGetProperty("installation", out _).ShouldBeFalse();
        browser.Installation.ShouldNotBeNull();
        browser.Cookie.ShouldBeNull();
        var challenge = asked.Body.GetProperty("challenge").GetString();
        (await new Browser(app).PostAsync("factor", new { challenge, code = phone.NextCode() })).ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.challenge-ended");
        (await browser.PostAsync("factor", new { challenge, code = phone.Code() })).ShouldBe(HttpStatusCode.OK);
        browser.Cookie.ShouldNotBeNull();
        (await browser.RefreshAsync()).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("""{"challenge":"x"}""", "code")]
    [InlineData("""{"code":"123456"}""", "challenge")]
    [InlineData("""{"challenge":"x","code":""}""", "code")]
    [InlineData("""{"challenge":"x","code":"123456","installation":"short"}""", "installation")]
    public async Task bad_input_is_named(string body, string field) => (await app.Anonymous.PostAsync("/api/v1/auth/factor", body)).ShouldBlame(field);

    [Theory]
    [InlineData("\\u0000123456")]
    [InlineData("١٢٣")]
    [InlineData("½½½½½½")]
    [InlineData("ⅫⅫⅫⅫⅫⅫ")]
    public async Task no_code_makes_a_fault(string code)
    {
        var (user, _) = await EnrolledAsync();
        var asked = await Challenged.LogInAsync(app, user);
        var answer = await app.Anonymous.PostAsync(
            "/api/v1/auth/factor", $$"""{"challenge":"{{asked.Challenge}}","code":"{{code}}","installation":"{{asked.Installation}}"}""");
        ((int)answer.Status).ShouldBeOneOf(400, 401);
    }

    private async Task<(TestUser, Authenticator)> EnrolledAsync()
    {
        var user = await app.RegisterAsync();
        return (user, await Authenticator.EnrolAsync(app, user));
    }
}

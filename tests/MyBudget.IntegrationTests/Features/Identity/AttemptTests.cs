using System.Net;

namespace MyBudget.IntegrationTests.Features.Identity;

[Collection(nameof(IdentityApp))]
public sealed class AttemptTests(IdentityApp app)
{
    private const int MostLogins = 10;

    [Fact]
    public async Task on_an_account_run_out_on_every_replica_and_come_back_with_time()
    {
        var user = await app.RegisterAsync();
        await using var replica = await app.StartHostAsync();
        for (var i = 0; i < MostLogins; i++) (await app.LogInAsync(user.Email, "wrong password", i % 2 == 0 ? app.Host : replica)).ShouldBe(HttpStatusCode.Unauthorized);
        app.Time.Advance(TimeSpan.FromMinutes(5));

        var refused = await app.LogInAsync(user.Email, user.Password, replica, ("Accept-Language", "ru"));

        refused.ShouldBeProblem(HttpStatusCode.TooManyRequests, "http.too-many-requests");
        refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromMinutes(10));
        refused.Body.GetProperty("detail").GetString().ShouldBe("Слишком много запросов; попробуйте позже.");
        (await user.IsSignedInAsync()).ShouldBeTrue("who is signed in stays so");

        app.Time.Advance(TimeSpan.FromMinutes(10));
        (await app.LogInAsync(user.Email, user.Password)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task on_an_account_that_is_not_there_run_out_just_the_same()
    {
        var nobody = app.NewEmail();
        for (var i = 0; i < MostLogins; i++) (await app.LogInAsync(nobody, "wrong password")).ShouldBe(HttpStatusCode.Unauthorized);

        (await app.LogInAsync(nobody, "wrong password")).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task are_counted_before_they_are_checked_so_that_a_burst_gains_nothing()
    {
        var user = await app.RegisterAsync();

        var burst = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => app.LogInAsync(user.Email, "wrong password")));

        burst.Count(answer => answer.Status == HttpStatusCode.Unauthorized).ShouldBe(MostLogins);
        burst.Count(answer => answer.Status == HttpStatusCode.TooManyRequests).ShouldBe(20);
    }

    [Fact]
    public async Task that_succeed_are_free_and_forgive_no_failure()
    {
        var user = await app.RegisterAsync();
        for (var i = 0; i < MostLogins - 1; i++) await app.LogInAsync(user.Email, "wrong password");
        for (var i = 0; i < 5; i++) (await app.LogInAsync(user.Email, user.Password)).ShouldBe(HttpStatusCode.OK);

        (await app.LogInAsync(user.Email, "wrong password")).ShouldBe(HttpStatusCode.Unauthorized);
        (await app.LogInAsync(user.Email, "wrong password")).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task of_an_address_run_out_over_many_accounts_and_spare_the_accounts()
    {
        await using var strict = await app.StartHostAsync(("Attempts:Login:PerAddress", "5"));
        var (attacker, owner) = (Addresses.New(), Addresses.New());
        var user = await app.RegisterAsync();
        for (var i = 0; i < 5; i++) (await app.LogInAsync(app.NewEmail(), "wrong password", strict, attacker)).ShouldBe(HttpStatusCode.Unauthorized);
        for (var i = 0; i < MostLogins; i++)
            (await app.LogInAsync(user.Email, "wrong password", strict, attacker)).ShouldBe(HttpStatusCode.TooManyRequests);

        (await app.LogInAsync(user.Email, user.Password, strict, owner)).ShouldBe(HttpStatusCode.OK);
        (await app.LogInAsync(user.Email, user.Password, strict, attacker)).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task of_an_address_are_not_forgiven_by_signing_in_with_an_account_of_ones_own()
    {
        await using var strict = await app.StartHostAsync(("Attempts:Login:PerAddress", "3"));
        var attacker = Addresses.New();
        var own = await app.RegisterAsync();
        for (var i = 0; i < 3; i++)
        {
            (await app.LogInAsync(own.Email, own.Password, strict, attacker)).ShouldBe(HttpStatusCode.OK);
            (await app.LogInAsync(app.NewEmail(), "wrong password", strict, attacker)).ShouldBe(HttpStatusCode.Unauthorized);
        }

        (await app.LogInAsync(app.NewEmail(), "wrong password", strict, attacker)).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task to_register_run_out()
    {
        await using var strict = await app.StartHostAsync(("Attempts:Register:PerAddress", "2"));
        var address = Addresses.New();
        (await RegisterAsync()).ShouldBe(HttpStatusCode.Created);
        (await RegisterAsync()).ShouldBe(HttpStatusCode.Created);

        var refused = await RegisterAsync();

        refused.ShouldBeProblem(HttpStatusCode.TooManyRequests, "http.too-many-requests");
        refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromHours(1));

        Task<ApiResponse> RegisterAsync() => app.ClientOf(null, strict).PostAsync(
            "/api/v1/auth/register", new { email = app.NewEmail(), password = IdentityApp.Password, displayName = "Ada" }, address);
    }

    [Fact]
    public async Task to_have_mail_sent_run_out_whoever_it_is_for()
    {
        var (user, nobody) = (await app.RegisterAsync(), app.NewEmail());
        foreach (var email in new[] { user.Email, nobody })
        {
            for (var i = 0; i < 5; i++) (await ForgotAsync(email)).ShouldBe(HttpStatusCode.Accepted);
            (await ForgotAsync(email)).ShouldBe(HttpStatusCode.TooManyRequests);
        }

        for (var i = 0; i < 5; i++) (await user.Client.PostAsync("/api/v1/auth/verify-email/resend")).ShouldBe(HttpStatusCode.Accepted);
        (await user.Client.PostAsync("/api/v1/auth/verify-email/resend")).ShouldBe(HttpStatusCode.TooManyRequests);

        Task<ApiResponse> ForgotAsync(string email) => app.Anonymous.PostAsync("/api/v1/auth/password/forgot", new { email });
    }

    [Fact]
    public async Task with_codes_and_with_the_own_password_run_out()
    {
        var user = await app.RegisterAsync();
        for (var i = 0; i < 20; i++) (await user.Client.PostAsync("/api/v1/auth/verify-email", new { code = "x" })).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await user.Client.PostAsync("/api/v1/auth/verify-email", new { code = "x" })).ShouldBe(HttpStatusCode.TooManyRequests);

        var wrong = new { password = "wrong password" };
        for (var i = 0; i < 10; i++) (await user.Client.SendAsync(HttpMethod.Delete, "/api/v1/me", wrong)).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await user.Client.SendAsync(HttpMethod.Delete, "/api/v1/me", new { password = user.Password })).ShouldBe(HttpStatusCode.TooManyRequests);
    }
}

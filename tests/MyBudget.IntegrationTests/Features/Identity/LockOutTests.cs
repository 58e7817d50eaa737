using System.Net;

namespace MyBudget.IntegrationTests.Features.Identity;

/// <summary>What strangers try keeps nobody out of their own account.</summary>
[Collection(nameof(IdentityApp))]
public sealed class LockOutTests(IdentityApp app)
{
    private const string NewPassword = "another long password";

    [Fact]
    public async Task wrong_passwords_from_elsewhere_do_not_keep_the_owner_out()
    {
        var (user, elsewhere) = (await app.RegisterAsync(), Addresses.New());
        for (var i = 0; i < 10; i++) (await app.LogInAsync(user.Email, "wrong password", headers: elsewhere)).ShouldBe(HttpStatusCode.Unauthorized);
        (await app.LogInAsync(user.Email, user.Password, headers: elsewhere)).ShouldBe(HttpStatusCode.TooManyRequests);

        (await app.LogInAsync(user.Email, user.Password)).ShouldBe(HttpStatusCode.OK);
        (await app.LogInAsync(user.Email, user.Password, headers: Addresses.New())).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task from_many_addresses_run_out_together_but_not_for_networks_and_installations_that_the_account_knows()
    {
        await using var strict = await app.StartHostAsync(("Attempts:Login:PerAccount", "6"));
        var home = Addresses.New();
        var user = await app.RegisterAsync();
        var installation = await InstallationAsync(user, home);
        for (var i = 0; i < 6; i++)
            (await app.LogInAsync(user.Email, "wrong password", strict, Addresses.New())).ShouldBe(HttpStatusCode.Unauthorized);

        (await app.LogInAsync(user.Email, user.Password, strict, Addresses.New())).ShouldBe(HttpStatusCode.TooManyRequests);
        (await app.LogInAsync(user.Email, user.Password, strict, home)).ShouldBe(HttpStatusCode.OK);
        (await LogInAsync(user, installation, Addresses.New(), strict)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task a_known_installation_gets_through_where_others_at_its_address_used_up_everything()
    {
        await using var strict = await app.StartHostAsync(("Attempts:Login:PerAddress", "3"));
        var (user, stranger, cafe) = (await app.RegisterAsync(), await app.RegisterAsync(), Addresses.New());
        var (installation, foreign) = (await InstallationAsync(user, Addresses.New()), await InstallationAsync(stranger, Addresses.New()));
        for (var i = 0; i < 4; i++) await app.LogInAsync(user.Email, "wrong password", strict, cafe);

        (await LogInAsync(user, foreign, cafe, strict)).ShouldBe(HttpStatusCode.TooManyRequests);
        (await LogInAsync(user, installation, cafe, strict)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task a_known_installation_may_not_guess_for_ever_either()
    {
        var user = await app.RegisterAsync();
        var installation = await InstallationAsync(user, Addresses.New());
        for (var i = 0; i < 10; i++) (await LogInAsync(user, installation, Addresses.New(), password: "wrong password")).ShouldBe(HttpStatusCode.Unauthorized);

        (await LogInAsync(user, installation, Addresses.New())).ShouldBe(HttpStatusCode.TooManyRequests);
        (await app.LogInAsync(user.Email, user.Password, headers: Addresses.New())).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task the_owner_is_told_once_of_many_failures_elsewhere()
    {
        var user = await app.RegisterAsync();
        await VerifyAsync(user);
        for (var i = 0; i < 25; i++) await app.LogInAsync(user.Email, "wrong password", headers: Addresses.New());

        (await app.Mail.NextAsync(user.Email)).Subject.ShouldBe("Failed attempts to sign in");
        (await user.Client.PostAsync("/api/v1/auth/password/change", new { currentPassword = user.Password, newPassword = NewPassword }))
            .ShouldBe(HttpStatusCode.NoContent);
        (await app.Mail.NextAsync(user.Email)).Subject.ShouldBe("Your password was changed");
    }

    [Fact]
    public async Task the_owners_own_slips_at_home_are_told_to_nobody()
    {
        var (user, home) = (await app.RegisterAsync(), Addresses.New());
        await VerifyAsync(user);
        var installation = await InstallationAsync(user, home);
        (await app.Mail.NextAsync(user.Email)).Subject.ShouldBe("New sign-in");
        for (var i = 0; i < 10; i++) await app.LogInAsync(user.Email, "wrong password", headers: home);
        for (var i = 0; i < 10; i++) await LogInAsync(user, installation, Addresses.New(), password: "wrong password");

        (await ForgotAsync(user.Email, home)).ShouldBe(HttpStatusCode.Accepted);
        (await app.Mail.NextAsync(user.Email)).Subject.ShouldBe("Set a new password");
    }

    [Fact]
    public async Task codes_that_strangers_ask_for_or_guess_leave_the_owners_alone()
    {
        var (user, elsewhere) = (await app.RegisterAsync(), Addresses.New());
        await app.Mail.NextAsync(user.Email);
        (await ForgotAsync(user.Email)).ShouldBe(HttpStatusCode.Accepted);
        var code = await app.Mail.NextCodeAsync(user.Email);

        for (var i = 0; i < 20; i++)
            (await ResetAsync(user.Email, $"{i:D4}000000", elsewhere)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "auth.code-invalid");
        (await ResetAsync(user.Email, "0000000000", elsewhere)).ShouldBe(HttpStatusCode.TooManyRequests);
        for (var i = 0; i < 5; i++) (await ForgotAsync(user.Email, elsewhere)).ShouldBe(HttpStatusCode.Accepted);
        (await ForgotAsync(user.Email, elsewhere)).ShouldBe(HttpStatusCode.TooManyRequests);
        for (var i = 0; i < 5; i++) await app.Mail.NextAsync(user.Email);

        (await ForgotAsync(user.Email)).ShouldBe(HttpStatusCode.Accepted);
        var another = await app.Mail.NextCodeAsync(user.Email);
        (await ResetAsync(user.Email, $"{code[..4]} {code[4..]}")).ShouldBe(HttpStatusCode.NoContent);
        (await app.LogInAsync(user.Email, NewPassword)).ShouldBe(HttpStatusCode.OK);
        (await ResetAsync(user.Email, another))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "auth.code-invalid");
    }

    [Fact]
    public async Task invitations_by_one_user_leave_room_for_those_of_others()
    {
        var invited = app.NewEmail();
        var (one, other) = (await OwnerAsync(), await OwnerAsync());
        for (var i = 0; i < 5; i++) (await InviteAsync(one)).ShouldBe(HttpStatusCode.Created);

        (await InviteAsync(one)).ShouldBe(HttpStatusCode.TooManyRequests);
        (await InviteAsync(other)).ShouldBe(HttpStatusCode.Created);

        async Task<(TestUser, Guid)> OwnerAsync()
        {
            var user = await app.RegisterAsync();
            await VerifyAsync(user);
            var ledger = await user.Client.PostAsync("/api/v1/ledgers", new { name = "Home", currency = "EUR" });
            return (user, ledger.Body.GetProperty("id").GetGuid());
        }

        Task<ApiResponse> InviteAsync((TestUser User, Guid Ledger) owner) =>
            owner.User.Client.PostAsync($"/api/v1/ledgers/{owner.Ledger}/invitations", new { email = invited, role = "viewer" });
    }

    [Fact]
    public async Task after_a_new_password_no_installation_of_before_is_known()
    {
        var user = await app.RegisterAsync();
        await VerifyAsync(user);
        var thiefs = await InstallationAsync(user, Addresses.New());
        (await app.Mail.NextAsync(user.Email)).Subject.ShouldBe("New sign-in");
        (await user.Client.PostAsync("/api/v1/auth/password/change", new { currentPassword = user.Password, newPassword = NewPassword }))
            .ShouldBe(HttpStatusCode.NoContent);
        (await app.Mail.NextAsync(user.Email)).Subject.ShouldBe("Your password was changed");

        (await LogInAsync(user, thiefs, Addresses.New(), password: NewPassword)).ShouldBe(HttpStatusCode.OK);

        (await app.Mail.NextAsync(user.Email)).Subject.ShouldBe("New sign-in");
    }

    [Fact]
    public async Task a_session_that_is_ended_takes_its_installation_along()
    {
        var user = await app.RegisterAsync();
        await VerifyAsync(user);
        var lost = await InstallationAsync(user, Addresses.New());
        (await app.Mail.NextAsync(user.Email)).Subject.ShouldBe("New sign-in");
        var session = (await user.Client.GetAsync("/api/v1/me/sessions")).Items.Single(one => !one.GetProperty("current").GetBoolean()).GetProperty("id");
        (await user.Client.DeleteAsync($"/api/v1/me/sessions/{session}")).ShouldBe(HttpStatusCode.NoContent);

        (await LogInAsync(user, lost, Addresses.New())).ShouldBe(HttpStatusCode.OK);

        (await app.Mail.NextAsync(user.Email)).Subject.ShouldBe("New sign-in");
    }

    [Fact]
    public async Task a_stolen_session_does_not_keep_the_others_from_the_password()
    {
        var user = await app.RegisterAsync();
        var stolen = await user.LogInAgainAsync();
        for (var i = 0; i < 11; i++)
            await stolen.Client.PostAsync("/api/v1/auth/password/change", new { currentPassword = "wrong password", newPassword = NewPassword });

        (await user.Client.PostAsync("/api/v1/auth/password/change", new { currentPassword = user.Password, newPassword = NewPassword }))
            .ShouldBe(HttpStatusCode.NoContent);
        (await stolen.IsSignedInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task what_is_no_installation_is_refused()
    {
        var user = await app.RegisterAsync();

        foreach (var installation in new[] { "x", new string('a', 44), new string('!', 43) })
            (await LogInAsync(user, installation, Addresses.New())).ShouldBlame("installation", "installation");
    }

    private async Task VerifyAsync(TestUser user) =>
        (await user.Client.PostAsync("/api/v1/auth/verify-email", new { code = await app.Mail.NextCodeAsync(user.Email) })).ShouldBe(HttpStatusCode.OK);

    private async Task<string> InstallationAsync(TestUser user, (string, string) at)
    {
        var answer = await app.LogInAsync(user.Email, user.Password, headers: at);
        answer.ShouldBe(HttpStatusCode.OK);
        return answer.Body.GetProperty("installation").GetString()!;
    }

    private Task<ApiResponse> LogInAsync(
        TestUser user, string installation, (string, string) at, Alba.IAlbaHost? host = null, string? password = null) =>
        app.ClientOf(null, host).PostAsync("/api/v1/auth/login", new { email = user.Email, password = password ?? user.Password, installation }, at);

    private Task<ApiResponse> ForgotAsync(string email, params (string, string)[] at) =>
        app.Anonymous.PostAsync("/api/v1/auth/password/forgot", new { email }, at);

    private Task<ApiResponse> ResetAsync(string email, string code, params (string, string)[] at) =>
        app.Anonymous.PostAsync("/api/v1/auth/password/reset", new { email, code, newPassword = NewPassword }, at);
}

using System.Net;
using System.Text;
using Npgsql;

namespace MyBudget.IntegrationTests.Features.Identity;

[Collection(nameof(IdentityApp))]
public sealed class FactorEnrolmentTests(IdentityApp app)
{
    [Fact]
    public async Task takes_two_steps_and_shows_the_secret_and_ten_recovery_codes_once()
    {
        var user = await app.RegisterAsync();

        var begun = (await user.Client.PostAsync("/api/v1/me/factors", new { name = " Phone " })).ShouldBe(HttpStatusCode.Created).Body;
        OtpNet.Base32Encoding.ToBytes(begun.GetProperty("secret").GetString()!).Length.ShouldBe(20);
        var uri = new Uri(begun.GetProperty("uri").GetString()!);
        (uri.Scheme, uri.Host).ShouldBe(("otpauth", "totp"));
        Uri.UnescapeDataString(uri.AbsolutePath).ShouldBe($"/MyBudget:{user.Email}");
        uri.Query.ShouldContain($"secret={begun.GetProperty("secret").GetString()}");
        (await user.Client.GetAsync("/api/v1/me/factors")).Items.ShouldBeEmpty();
        (await app.LogInAsync(user.Email, user.Password)).ShouldBe(HttpStatusCode.OK);

        var phone = await Authenticator.BeginAsync(app, user);
        (await phone.ConfirmAsync(user, phone.WrongCode())).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "auth.factor-code-invalid");
        (await phone.ConfirmAsync(user)).ShouldBe(HttpStatusCode.OK);

        phone.RecoveryCodes.Count.ShouldBe(10);
        phone.RecoveryCodes.Distinct().Count().ShouldBe(10);
        var listed = await user.Client.GetAsync("/api/v1/me/factors");
        listed.Items.ShouldHaveSingleItem().GetProperty("name").GetString().ShouldBe("Phone");
        listed.Body.GetProperty("recoveryCodesLeft").GetInt32().ShouldBe(10);
        listed.Text.ShouldNotContain(phone.Secret);
        (await phone.ConfirmAsync(user, phone.NextCode())).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task a_second_app_brings_no_new_recovery_codes_and_either_one_signs_in()
    {
        var user = await app.RegisterAsync();
        var phone = await Authenticator.EnrolAsync(app, user);

        var tablet = await Authenticator.EnrolAsync(app, user, "Tablet");

        tablet.RecoveryCodes.ShouldBeEmpty();
        foreach (var device in new[] { phone, tablet })
            (await (await Challenged.LogInAsync(app, user)).AnswerAsync(app, device.NextCode())).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task the_code_that_confirmed_it_signs_nobody_in()
    {
        var user = await app.RegisterAsync();
        var phone = await Authenticator.EnrolAsync(app, user);

        var asked = await Challenged.LogInAsync(app, user);
        (await asked.AnswerAsync(app, phone.Code())).ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.factor-code-invalid");
        (await asked.AnswerAsync(app, phone.NextCode())).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task belongs_to_the_session_that_began_it_and_waits_an_hour()
    {
        var (user, other) = (await app.RegisterAsync(), await app.RegisterAsync());
        var phone = await Authenticator.BeginAsync(app, user);

        (await phone.ConfirmAsync(other)).ShouldBe(HttpStatusCode.NotFound);
        (await phone.ConfirmAsync(await user.LogInAgainAsync())).ShouldBe(HttpStatusCode.NotFound);
        app.Time.Advance(TimeSpan.FromMinutes(61));
        var refreshed = (await app.RefreshAsync(user.RefreshToken)).ShouldBe(HttpStatusCode.OK).Body.GetProperty("accessToken").GetString();
        (await app.ClientOf(refreshed).PostAsync($"/api/v1/me/factors/{phone.Id}/confirmation", new { code = phone.Code() })).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task of_two_requests_at_once_that_confirm_it_one_has_the_recovery_codes()
    {
        var user = await app.RegisterAsync();
        var phone = await Authenticator.BeginAsync(app, user);
        var code = phone.Code();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ =>
            user.Client.PostAsync($"/api/v1/me/factors/{phone.Id}/confirmation", new { code })));

        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(answer => answer.Status is HttpStatusCode.NotFound or HttpStatusCode.UnprocessableEntity).ShouldBe(5);
    }

    [Fact]
    public async Task what_is_kept_shows_neither_secret_nor_recovery_code()
    {
        var user = await app.RegisterAsync();
        var phone = await Authenticator.EnrolAsync(app, user);

        await using var database = NpgsqlDataSource.Create(app.ConnectionString);
        await using var command = database.CreateCommand("select secret from identity_factors where user_id = $1");
        command.Parameters.AddWithValue(user.Id);
        var kept = (byte[])(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        Convert.ToHexString(kept).ShouldNotContain(Convert.ToHexString(OtpNet.Base32Encoding.ToBytes(phone.Secret)));
        await using var all = database.CreateCommand(
            "select coalesce(string_agg(r::text, ' '), '') || (select string_agg(f::text, ' ') from identity_factors f) from identity_recovery_codes r");
        var rows = ((string)(await all.ExecuteScalarAsync(TestContext.Current.CancellationToken))!).ToLowerInvariant();
        rows.ShouldNotContain(phone.RecoveryCodes[0].Replace("-", "", StringComparison.Ordinal));
        rows.ShouldNotContain(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(phone.Secret)));
    }

    [Fact]
    public async Task is_encrypted_by_the_newest_key_and_moves_to_it_with_its_next_use()
    {
        var (old, next) = (Convert.ToBase64String(Key(1)), Convert.ToBase64String(Key(2)));
        var user = await app.RegisterAsync();
        await using (var before = await app.StartHostAsync(("SecondFactors:Keys:0", old)))
        {
            var begun = (await app.ClientOf(user.AccessToken, before).PostAsync("/api/v1/me/factors", new { name = "Phone" })).Body;
            var totp = new OtpNet.Totp(OtpNet.Base32Encoding.ToBytes(begun.GetProperty("secret").GetString()!));
            (await app.ClientOf(user.AccessToken, before).PostAsync(
                $"/api/v1/me/factors/{begun.GetProperty("id").GetGuid()}/confirmation", new { code = Now(totp) })).ShouldBe(HttpStatusCode.OK);
            await using (var both = await app.StartHostAsync(("SecondFactors:Keys:0", next), ("SecondFactors:Keys:1", old))) await SignInAsync(both, totp, HttpStatusCode.OK);
            await using (var moved = await app.StartHostAsync(("SecondFactors:Keys:0", next))) await SignInAsync(moved, totp, HttpStatusCode.OK);
            await SignInAsync(before, totp, HttpStatusCode.Unauthorized);
        }

        async Task SignInAsync(Alba.IAlbaHost host, OtpNet.Totp totp, HttpStatusCode expected)
        {
            app.Time.Advance(TimeSpan.FromSeconds(60));
            var asked = Challenged.Of(await app.LogInAsync(user.Email, user.Password, host));
            (await app.ClientOf(null, host).PostAsync("/api/v1/auth/factor", new { challenge = asked.Challenge, code = Now(totp), installation = asked.Installation }))
                .ShouldBe(expected);
        }

        string Now(OtpNet.Totp totp) => totp.ComputeTotp(app.Time.GetUtcNow().UtcDateTime);
        static byte[] Key(byte first) => [first, .. new byte[31]];
    }

    [Fact]
    public async Task a_user_has_ten_at_most_and_names_them()
    {
        var user = await app.RegisterAsync();
        for (var i = 0; i < 10; i++) await Authenticator.EnrolAsync(app, user, $"Phone {i}");

        (await user.Client.PostAsync("/api/v1/me/factors", new { name = "One more" })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "auth.too-many-factors");
        (await user.Client.PostAsync("/api/v1/me/factors", new { name = "" })).ShouldBlame("name", "required");
        (await user.Client.PostAsync("/api/v1/me/factors", new { name = "\u202e" })).ShouldBlame("name", "invisible-characters");
        (await user.Client.PostAsync("/api/v1/me/factors", "{}")).ShouldBlame("name");
    }
}

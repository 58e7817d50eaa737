using System.Net;

namespace MyBudget.IntegrationTests.Features.Identity;

[Collection(nameof(IdentityApp))]
public sealed class ReauthenticationTests(IdentityApp app)
{
    private const string NewPassword = "another long password";

    [Fact]
    public async Task is_asked_for_once_a_session_is_older_than_five_minutes_and_holds_for_as_long()
    {
        var user = await app.RegisterAsync();
        app.Time.Advance(TimeSpan.FromMinutes(6));
        (await user.Client.GetAsync("/api/v1/me/export")).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.proof-needed");
        (await user.Client.PostAsync("/api/v1/me/factors", new { name = "Phone" })).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.proof-needed");

        (await ProveAsync(user, new { password = "wrong password" })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "auth.wrong-password");
        (await user.Client.GetAsync("/api/v1/me/export")).ShouldBe(HttpStatusCode.Forbidden);
        (await ProveAsync(user, new { password = user.Password })).ShouldBe(HttpStatusCode.NoContent);

        (await user.Client.GetAsync("/api/v1/me/export")).ShouldBe(HttpStatusCode.OK);
        await Authenticator.EnrolAsync(app, user);
        app.Time.Advance(TimeSpan.FromMinutes(5));
        (await user.Client.GetAsync("/api/v1/me/export")).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task holds_for_its_session_alone()
    {
        var user = await app.RegisterAsync();
        var other = await user.LogInAgainAsync();
        app.Time.Advance(TimeSpan.FromMinutes(6));

        (await ProveAsync(user, new { password = user.Password })).ShouldBe(HttpStatusCode.NoContent);

        (await user.Client.GetAsync("/api/v1/me/export")).ShouldBe(HttpStatusCode.OK);
        (await other.Client.GetAsync("/api/v1/me/export")).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task needs_a_code_of_who_has_a_factor_and_each_code_once()
    {
        var (user, phone) = await EnrolledAsync();
        app.Time.Advance(TimeSpan.FromMinutes(6));
        (await user.Client.DeleteAsync($"/api/v1/me/factors/{phone.Id}")).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.proof-needed");
        (await user.Client.PostAsync("/api/v1/me/recovery-codes")).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.proof-needed");

        (await ProveAsync(user, new { password = user.Password })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "auth.factor-code-needed");
        (await ProveAsync(user, new { password = user.Password, code = phone.WrongCode() })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "auth.factor-code-invalid");
        var code = phone.NextCode();
        (await ProveAsync(user, new { password = "wrong password", code })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "auth.wrong-password");
        (await ProveAsync(user, new { password = user.Password, code })).ShouldBe(HttpStatusCode.NoContent);
        (await ProveAsync(user, new { password = user.Password, code })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "auth.factor-code-invalid");
        (await ProveAsync(user, new { password = user.Password, code = phone.RecoveryCodes[0] })).ShouldBe(HttpStatusCode.NoContent);

        (await user.Client.DeleteAsync($"/api/v1/me/factors/{phone.Id}")).ShouldBe(HttpStatusCode.NoContent);
        (await app.LogInAsync(user.Email, user.Password)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task codes_are_not_guessed_by_who_has_stolen_a_session_and_the_password()
    {
        var (user, phone) = await EnrolledAsync();
        for (var i = 0; i < 10; i++) (await ProveAsync(user, new { password = user.Password, code = phone.WrongCode() })).ShouldBe(HttpStatusCode.UnprocessableEntity);

        (await ProveAsync(user, new { password = user.Password, code = phone.NextCode() })).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task the_password_is_changed_with_a_code()
    {
        var (user, phone) = await EnrolledAsync();

        (await ChangeAsync(null)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "auth.factor-code-needed");
        (await ChangeAsync(phone.WrongCode())).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "auth.factor-code-invalid");
        (await ChangeAsync(phone.NextCode())).ShouldBe(HttpStatusCode.NoContent);
        Challenged.Of(await app.LogInAsync(user.Email, NewPassword));

        Task<ApiResponse> ChangeAsync(string? code) =>
            user.Client.PostAsync("/api/v1/auth/password/change", new { currentPassword = user.Password, newPassword = NewPassword, code });
    }

    [Fact]
    public async Task a_ledger_and_the_account_are_deleted_with_a_code_and_nothing_of_the_factor_stays()
    {
        var (user, phone) = await EnrolledAsync();
        var ledger = (await user.Client.PostAsync("/api/v1/ledgers", new { name = "Home", currency = "EUR" })).Id;

        (await DeleteAsync($"/api/v1/ledgers/{ledger}", null)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "auth.factor-code-needed");
        var code = phone.NextCode();
        (await DeleteAsync($"/api/v1/ledgers/{ledger}", code)).ShouldBe(HttpStatusCode.NoContent);
        (await DeleteAsync("/api/v1/me", code)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "auth.factor-code-invalid");
        (await DeleteAsync("/api/v1/me", phone.NextCode())).ShouldBe(HttpStatusCode.NoContent);

        await using var database = Npgsql.NpgsqlDataSource.Create(app.ConnectionString);
        foreach (var table in new[] { "identity_factors", "identity_recovery_codes", "identity_factor_challenges" })
        {
            await using var left = database.CreateCommand($"select count(*) from {table} where user_id = $1");
            left.Parameters.AddWithValue(user.Id);
            (await left.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe(0L, table);
        }

        Task<ApiResponse> DeleteAsync(string path, string? with) => user.Client.SendAsync(HttpMethod.Delete, path, new { password = user.Password, code = with });
    }

    [Fact]
    public async Task another_owner_is_not_removed_or_demoted_by_a_session_that_was_left_open()
    {
        var (owner, other, editor) = (await app.RegisterAsync(), await app.RegisterAsync(), await app.RegisterAsync());
        var ledger = (await owner.Client.PostAsync("/api/v1/ledgers", new { name = "Home", currency = "EUR" })).Id;
        foreach (var (member, role) in new[] { (other, Domain.LedgerRole.Owner), (editor, Domain.LedgerRole.Editor) })
            await Sharing.JoinAsync(app.Host, new LedgerClient(app.Host.Server.CreateClient(), owner.Id, owner.AccessToken, ledger),
                new ApiClient(app.Host.Server.CreateClient(), member.Id, member.AccessToken), role);
        app.Time.Advance(TimeSpan.FromMinutes(6));

        var path = $"/api/v1/ledgers/{ledger}/members";
        (await owner.Client.DeleteAsync($"{path}/{other.Id}")).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.proof-needed");
        (await owner.Client.PatchAsync($"{path}/{other.Id}", new { role = "editor" })).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.proof-needed");
        (await owner.Client.DeleteAsync($"{path}/{editor.Id}")).ShouldBe(HttpStatusCode.NoContent);
        (await ProveAsync(owner, new { password = owner.Password })).ShouldBe(HttpStatusCode.NoContent);
        (await owner.Client.PatchAsync($"{path}/{other.Id}", new { role = "editor" })).ShouldBe(HttpStatusCode.OK);
    }

    private async Task<(TestUser, Authenticator)> EnrolledAsync()
    {
        var user = await app.RegisterAsync();
        return (user, await Authenticator.EnrolAsync(app, user));
    }

    private static Task<ApiResponse> ProveAsync(TestUser user, object proof) => user.Client.PostAsync("/api/v1/me/reauthentication", proof);
}

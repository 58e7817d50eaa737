using System.Net;
using Alba;
using MyBudget.Domain;
using MyBudget.IntegrationTests.Features.Imports;

namespace MyBudget.IntegrationTests.Features.ClientConfig;

/// <summary>A server whose operator has switched off whatever can be.</summary>
public sealed class FeatureSwitchTests(AppFixture app) : IAsyncLifetime
{
    private IAlbaHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await app.StartHostAsync(web =>
    {
        web.UseSetting("Daemon:Enabled", "false");
        foreach (var feature in new[] { "SignUp", "FirebaseSignIn", "Imports", "Push" }) web.UseSetting($"Features:{feature}", "false");
        web.UseSetting("Budgets:DefaultThresholds", "[60]");
    });

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task nobody_new_registers_and_who_is_here_signs_in()
    {
        var (open, closed) = (Anonymous(app.Host), Anonymous(_host));
        var body = new { email = $"{Guid.CreateVersion7():N}@example.org", password = "correct horse battery", displayName = "Ada" };

        (await closed.PostAsync("/api/v1/auth/register", body)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.sign-up-closed");
        var russian = await closed.PostAsync("/api/v1/auth/register", "not even JSON", ("Accept-Language", "ru"));
        russian.ShouldBeProblem(HttpStatusCode.Forbidden, "auth.sign-up-closed");
        russian.Body.GetProperty("detail").GetString().ShouldBe("Этот сервер не принимает новых пользователей.");

        (await open.PostAsync("/api/v1/auth/register", body)).ShouldBe(HttpStatusCode.Created);
        (await closed.PostAsync("/api/v1/auth/login", new { body.email, body.password })).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task no_file_is_imported_and_those_that_were_are_shown()
    {
        var owner = await (await AppFixture.SignInAsync(_host, Guid.CreateVersion7())).CreateLedgerAsync();
        var account = await owner.OpenAccountAsync();

        var refused = await owner.ImportAsync(BankFixtures.Csv, account);
        refused.ShouldBeProblem(HttpStatusCode.Forbidden, "imports.switched-off");
        (await owner.PreviewAsync(BankFixtures.Csv, account)).ShouldBeProblem(HttpStatusCode.Forbidden, "imports.switched-off");
        (await owner.GetAsync("imports")).ShouldBe(HttpStatusCode.OK).Items.ShouldBeEmpty();
        (await owner.GetAsync("transactions")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task whose_ledger_it_is_and_which_role_is_asked_first()
    {
        var ledger = await app.CreateLedgerAsync();
        var viewer = await app.InviteAsync(ledger, LedgerRole.Viewer);
        var path = $"{ledger.Path}/imports";

        (await On(viewer).PostAsync(path, Form())).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.forbidden");
        (await On(await app.SignInAsync()).PostAsync(path, Form())).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await Anonymous(_host).PostAsync(path, Form())).ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.unauthenticated");
        (await On(ledger).PostAsync(path, Form())).ShouldBeProblem(HttpStatusCode.Forbidden, "imports.switched-off");

        static MultipartFormDataContent Form() => new() { { new StringContent("no file"), "nothing" } };
    }

    [Fact]
    public async Task a_budget_that_says_nothing_of_thresholds_gets_the_servers_for_good()
    {
        var ledger = await app.CreateLedgerAsync();
        var id = Guid.CreateVersion7();
        var body = new { id, name = "Tea", amount = 5000, currency = "EUR", period = "month", startsOn = "2026-01-01" };

        var created = await On(ledger).PostAsync($"{ledger.Path}/budgets", body);
        created.ShouldBe(HttpStatusCode.Created).Body.GetProperty("thresholds").GetRawText().ShouldBe("[60]");
        // The answer was lost; meanwhile the default is another.
        (await ledger.PostAsync("budgets", body)).ShouldBe(HttpStatusCode.Created).Text.ShouldBe(created.Text);
        (await ledger.PostAsync("budgets", new { id, body.name, body.amount, body.currency, body.period, body.startsOn, thresholds = new[] { 80 } }))
            .ShouldBeProblem(HttpStatusCode.Conflict, "http.id-taken");
        (await ledger.PostAsync("budgets", new { name = "Cake", body.amount, body.currency, body.period, body.startsOn, thresholds = Array.Empty<int>() }))
            .ShouldBe(HttpStatusCode.Created).Body.GetProperty("thresholds").GetArrayLength().ShouldBe(0);
    }

    private ApiClient On(ApiClient user) => new(_host.Server.CreateClient(), user.UserId, user.Token);

    private static ApiClient Anonymous(IAlbaHost host) => new(host.Server.CreateClient(), Guid.Empty, null);
}

using System.Net;

namespace MyBudget.IntegrationTests.Features.Ledgers;

public sealed class LedgerTests(AppFixture app)
{
    [Fact]
    public async Task is_created_listed_renamed_and_erased()
    {
        var user = await app.SignInAsync();
        var created = await user.PostAsync("/api/v1/ledgers", new { name = " Home ", currency = "EUR" });

        created.ShouldBe(HttpStatusCode.Created);
        created.Body.GetProperty("name").GetString().ShouldBe("Home");
        created.Body.GetProperty("role").GetString().ShouldBe("owner");
        created.Body.GetProperty("revision").GetInt64().ShouldBe(1);
        var path = created.Headers.Location!.ToString();

        (await user.GetAsync("/api/v1/ledgers")).Items.Single().GetProperty("id").GetGuid().ShouldBe(created.Id);
        var renamed = await user.PatchAsync(path, new { name = "Flat" });
        renamed.ShouldBe(HttpStatusCode.OK);
        renamed.Body.GetProperty("revision").GetInt64().ShouldBe(2);
        (await user.GetAsync(path)).Text.ShouldBe(renamed.Text);

        (await app.Host.DeleteLedgerAsync(new LedgerClient(app.Host.Server.CreateClient(), user.UserId, user.Token, created.Id))).ShouldBe(HttpStatusCode.NoContent);
        (await user.GetAsync(path)).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await user.GetAsync("/api/v1/ledgers")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task a_repeated_creation_is_the_same_success_and_other_content_a_conflict()
    {
        var user = await app.SignInAsync();
        var id = Guid.CreateVersion7();

        var first = await user.PostAsync("/api/v1/ledgers", new { id, name = "Home", currency = "EUR" });
        var second = await user.PostAsync("/api/v1/ledgers", new { id, name = "Home", currency = "EUR" });
        var other = await user.PostAsync("/api/v1/ledgers", new { id, name = "Home", currency = "USD" });
        var stranger = await (await app.SignInAsync()).PostAsync("/api/v1/ledgers", new { id, name = "Home", currency = "EUR" });

        first.ShouldBe(HttpStatusCode.Created);
        second.ShouldBe(HttpStatusCode.Created).Text.ShouldBe(first.Text);
        other.ShouldBeProblem(HttpStatusCode.Conflict, "ledgers.id-taken");
        stranger.ShouldBeProblem(HttpStatusCode.Conflict, "ledgers.id-taken");
    }

    [Fact]
    public async Task a_stranger_finds_nothing_and_nobody_enters_without_a_token()
    {
        var ledger = await app.CreateLedgerAsync();
        var stranger = await app.SignInAsync();

        (await stranger.GetAsync(ledger.Path)).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await stranger.PatchAsync(ledger.Path, "not even json")).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await new ApiClient(app.Host.Server.CreateClient(), Guid.Empty, null).GetAsync(ledger.Path))
            .ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.unauthenticated");
    }

    [Theory]
    [InlineData("""{"currency":"EUR"}""", "name", "required")]
    [InlineData("""{"name":" ","currency":"EUR"}""", "name", "required")]
    [InlineData("""{"name":"Home"}""", "currency", "required")]
    [InlineData("""{"name":"Home","currency":"eur"}""", "currency", "currency")]
    [InlineData("""{"name":"Home","currency":"EUR","id":"00000000-0000-0000-0000-000000000000"}""", "id", "id")]
    [InlineData("""{"name":"Home","currency":"EUR","id":"7"}""", "id", "json")]
    [InlineData("""{"name":"Home","currency":"EUR","colour":"red"}""", "colour", "unknown-member")]
    [InlineData("""{"name":"a\u0000b","currency":"EUR"}""", "name", "json")]
    [InlineData("""{"name":["Home"],"currency":"EUR"}""", "name", "json")]
    public async Task bad_input_names_the_field(string body, string field, string code)
    {
        var user = await app.SignInAsync();
        (await user.PostAsync("/api/v1/ledgers", body)).ShouldBlame(field, code);
    }

    [Fact]
    public async Task a_change_of_a_version_that_is_gone_is_refused()
    {
        var ledger = await app.CreateLedgerAsync();
        var read = await ledger.GetAsync(ledger.Path);

        (await ledger.GetAsync(ledger.Path, ("If-None-Match", read.ETag!))).ShouldBe(HttpStatusCode.NotModified);
        (await ledger.PatchAsync(ledger.Path, new { name = "A" }, ("If-Match", read.ETag!))).ShouldBe(HttpStatusCode.OK);
        (await ledger.PatchAsync(ledger.Path, new { name = "B" }, ("If-Match", read.ETag!)))
            .ShouldBeProblem(HttpStatusCode.PreconditionFailed, "http.precondition-failed");
    }

    [Fact]
    public async Task a_patch_without_a_name_keeps_it_and_writes_nothing()
    {
        var ledger = await app.CreateLedgerAsync();

        var kept = await ledger.PatchAsync(ledger.Path, "{}");
        kept.ShouldBe(HttpStatusCode.OK).Body.GetProperty("name").GetString().ShouldBe("Home");
        kept.Body.GetProperty("revision").GetInt64().ShouldBe(1);
        (await ledger.PatchAsync(ledger.Path, """{"name":null}""")).ShouldBlame("name", "required");
        (await ledger.PatchAsync(ledger.Path, """{"name":" "}""")).ShouldBlame("name", "required");
    }
}

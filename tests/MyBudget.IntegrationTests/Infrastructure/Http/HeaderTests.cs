using System.IO.Compression;
using System.Net;

namespace MyBudget.IntegrationTests.Infrastructure.Http;

public sealed class HeaderTests(AppFixture app)
{
    [Theory]
    [InlineData("/api/v1/ledgers")]
    [InlineData("/nowhere")]
    [InlineData("/health/live")]
    [InlineData("/openapi/v1.json")]
    public async Task every_answer_is_guarded(string path)
    {
        var answer = await (await app.SignInAsync()).GetAsync(path);
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
        answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("default-src 'none'");
        answer.Headers.CacheControl!.ToString().ShouldNotContain("public");
        answer.Headers.Vary.ShouldContain("Authorization");
        answer.Headers.Contains("Server").ShouldBeFalse();
    }

    [Fact]
    public async Task every_route_of_get_answers_head_as_get_without_a_body()
    {
        var ledger = await app.CreateLedgerAsync();
        var (head, paths) = (HttpMethod.Head, new List<string> { "/api/v1/me", "/api/v1/ledgers", "/version", "/openapi/v1.json", "/nowhere" });
        paths.AddRange(new[] { "accounts", "transactions", "changes", $"accounts/{await ledger.OpenAccountAsync()}", $"accounts/{Guid.CreateVersion7()}" }
            .Select(path => $"/api/v1/ledgers/{ledger.LedgerId}/{path}"));

        foreach (var path in paths)
        {
            var (got, asked) = (await ledger.GetAsync(path), await ledger.SendAsync(head, path, null));
            asked.Status.ShouldBe(got.Status, path);
            asked.Bytes.ShouldBeEmpty(path);
            asked.ETag.ShouldBe(got.ETag, path);
            asked.ContentHeaders.ContentType.ShouldBe(got.ContentHeaders.ContentType, path);
        }

        (await new ApiClient(app.Host.Server.CreateClient(), Guid.Empty, null).SendAsync(head, "/api/v1/me", null)).ShouldBe(HttpStatusCode.Unauthorized);
        foreach (var path in new[] { "/api/v1/events", "/api/v1/events/", "/API/v1/Events" })
            (await ledger.SendAsync(head, path, null)).ShouldBe(HttpStatusCode.MethodNotAllowed);
        (await ledger.SendAsync(head, "/api/v1/auth/login", null)).ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task what_is_the_users_is_stored_by_nobody_also_where_it_has_an_entity_tag()
    {
        var ledger = await app.CreateLedgerAsync();
        var account = await ledger.GetAsync($"accounts/{await ledger.OpenAccountAsync("Cash")}");

        account.Headers.ETag.ShouldNotBeNull();
        account.Headers.CacheControl!.ToString().ShouldBe("no-store");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task answers_are_compressed_for_who_asks(string encoding)
    {
        var ledger = await app.CreateLedgerAsync();
        var plain = await ledger.GetAsync("categories");
        var packed = await ledger.GetAsync("categories", ("Accept-Encoding", encoding));

        plain.ContentHeaders.ContentEncoding.ShouldBeEmpty();
        packed.ContentHeaders.ContentEncoding.ShouldBe([encoding]);
        using var source = new MemoryStream(packed.Bytes);
        await using Stream unpacked = encoding == "br" ? new BrotliStream(source, CompressionMode.Decompress) : new GZipStream(source, CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked);
        (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBe(plain.Text);
    }

    [Fact]
    public async Task what_the_client_has_is_not_sent_again()
    {
        var ledger = await app.CreateLedgerAsync();
        var path = $"accounts/{await ledger.OpenAccountAsync()}";
        var tag = (await ledger.GetAsync(path)).ETag!;

        foreach (var known in new[] { tag, $"W/{tag}", "*", $"\"other\", {tag}" })
        {
            var answer = await ledger.GetAsync(path, ("If-None-Match", known));
            answer.ShouldBe(HttpStatusCode.NotModified);
            answer.Bytes.ShouldBeEmpty();
            answer.ETag.ShouldBe(tag);
        }

        foreach (var unknown in new[] { "\"0\"", "nonsense", "\"\"" })
            (await ledger.GetAsync(path, ("If-None-Match", unknown))).ShouldBe(HttpStatusCode.OK);
        foreach (var wrong in new[] { "\"77\"", "nonsense", "W/\"1\"" })
            (await ledger.PatchAsync(path, new { name = "B" }, ("If-Match", wrong))).ShouldBeProblem(HttpStatusCode.PreconditionFailed, "http.precondition-failed");
        (await ledger.PatchAsync(path, new { name = "B" }, ("If-Match", $"\"99\", {tag}"))).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/plain")]
    [InlineData("image/png")]
    [InlineData("application/json;q=0")]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task a_problem_is_told_whatever_the_client_accepts(string type)
    {
        var ledger = await app.CreateLedgerAsync();
        (await ledger.GetAsync("nowhere", ("Accept", type))).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await ledger.PutAsync("accounts", new { }, ("Accept", type))).ShouldBeProblem(HttpStatusCode.MethodNotAllowed, "http.method-not-allowed");
        (await ledger.GetAsync("transactions?limit=x", ("Accept", type))).ShouldBlame("limit", "format");
        (await ledger.PostAsync("accounts", "{", ("Accept", type))).ShouldBeProblem(HttpStatusCode.BadRequest, "http.invalid");
    }

    [Theory]
    [InlineData("en", "There is nothing here.")]
    [InlineData("ru", "Здесь ничего нет.")]
    [InlineData("ru-RU,ru;q=0.9,en;q=0.8", "Здесь ничего нет.")]
    [InlineData("de", "There is nothing here.")]
    [InlineData("de, ru;q=0.5", "Здесь ничего нет.")]
    [InlineData("*;q=zzz", "There is nothing here.")]
    public async Task texts_follow_the_language(string language, string text)
    {
        var answer = await (await app.SignInAsync()).GetAsync("/api/v1/nowhere", ("Accept-Language", language));
        answer.ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        answer.Body.GetProperty("detail").GetString().ShouldBe(text);
    }
}

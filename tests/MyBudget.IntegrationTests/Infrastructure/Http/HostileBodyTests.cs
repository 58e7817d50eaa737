using System.Net;
using System.Text;

namespace MyBudget.IntegrationTests.Infrastructure.Http;

public sealed class HostileBodyTests(AppFixture app)
{
    private const string Path = "/api/v1/ledgers";

    [Theory]
    [InlineData("", null)]
    [InlineData("{", null)]
    [InlineData("null", null)]
    [InlineData("[]", null)]
    [InlineData("7", null)]
    [InlineData("\"text\"", null)]
    [InlineData("{\"name\":\"A\",\"name\":\"B\",\"currency\":\"EUR\"}", "name")]
    [InlineData("{\"name\":\"A\",\"currency\":\"EUR\",\"colour\":1}", "colour")]
    [InlineData("{\"name\":\"A\",\"currency\":\"EUR\"} trailing", null)]
    [InlineData("{\"name\":\"A\",\"currency\":\"EUR\",}", null)]
    [InlineData("{/* comment */\"name\":\"A\",\"currency\":\"EUR\"}", null)]
    [InlineData("{\"name\":\"\\ud800\",\"currency\":\"EUR\"}", "name")]
    [InlineData("{\"name\":\"\\u0000\",\"currency\":\"EUR\"}", "name")]
    [InlineData("{\"name\":{\"a\":1},\"currency\":\"EUR\"}", "name")]
    [InlineData("{\"id\":1e400,\"name\":\"A\",\"currency\":\"EUR\"}", "id")]
    public async Task a_broken_body_is_a_bad_request(string body, string? field)
    {
        var answer = await (await app.SignInAsync()).PostAsync(Path, body);
        answer.Status.ShouldBe(HttpStatusCode.BadRequest, answer.Text);
        answer.ContentHeaders.ContentType!.MediaType.ShouldBe("application/problem+json");
        if (field is not null) answer.ShouldBlame(field);
    }

    [Theory]
    [InlineData("1e99")]
    [InlineData("9223372036854775808")]
    [InlineData("99999999999999999999999999999999999999999999999999")]
    [InlineData("1.5")]
    [InlineData("\"12\"")]
    [InlineData("true")]
    public async Task an_amount_is_a_whole_number_that_fits(string amount)
    {
        var ledger = await app.CreateLedgerAsync();
        var account = await ledger.OpenAccountAsync();
        (await ledger.PostAsync("transactions", $$"""{"accountId":"{{account}}","date":"2026-03-14","amount":{{amount}}}"""))
            .ShouldBlame("amount", "json").Text.ShouldContain("whole number of minor units");
        (await ledger.PatchAsync($"accounts/{account}", $$"""{"openingBalance":{{amount}}}""")).ShouldBlame("openingBalance", "json").Text
            .ShouldContain("whole number of minor units");
    }

    [Fact]
    public async Task deep_nesting_is_refused_at_once()
    {
        var user = await app.SignInAsync();
        var deep = string.Concat(Enumerable.Repeat("{\"name\":", 10_000)) + "1" + new string('}', 10_000);
        (await user.PostAsync(Path, deep)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await user.PostAsync(Path, new string('[', 10_000))).Status.ShouldBe(HttpStatusCode.BadRequest);

        var ledger = await user.CreateLedgerAsync();
        (await ledger.PatchAsync($"accounts/{await ledger.OpenAccountAsync()}", deep)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task bytes_that_are_no_text_are_refused()
    {
        var user = await app.SignInAsync();
        byte[][] bodies =
        [
            [.. "{\"name\":\""u8, 0xff, 0xfe, .. "\",\"currency\":\"EUR\"}"u8],
            [.. "{\"name\":\""u8, 0xed, 0xa0, 0x80, .. "\",\"currency\":\"EUR\"}"u8],
            [.. "{\"name\":\""u8, 0x00, .. "\",\"currency\":\"EUR\"}"u8],
            [0xff, 0xfe, .. Encoding.Unicode.GetBytes("{\"name\":\"A\",\"currency\":\"EUR\"}")],
        ];
        foreach (var body in bodies)
            (await user.SendAsync(HttpMethod.Post, Path, Content(body, "application/json"))).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await user.SendAsync(HttpMethod.Post, Path, Content([0xef, 0xbb, 0xbf, .. "{\"name\":\"A\",\"currency\":\"EUR\"}"u8], "application/json")))
            .Status.ShouldBeOneOf(HttpStatusCode.Created, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    public async Task another_content_type_is_refused(string type)
    {
        var user = await app.SignInAsync();
        (await user.SendAsync(HttpMethod.Post, Path, Content("{\"name\":\"A\",\"currency\":\"EUR\"}"u8.ToArray(), type)))
            .ShouldBeProblem(HttpStatusCode.UnsupportedMediaType, "http.unsupported-media-type");

        var ledger = await user.CreateLedgerAsync();
        var account = await ledger.OpenAccountAsync();
        (await ledger.SendAsync(HttpMethod.Patch, $"accounts/{account}", Content("{\"name\":\"B\"}"u8.ToArray(), type)))
            .ShouldBeProblem(HttpStatusCode.UnsupportedMediaType, "http.unsupported-media-type");
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("UTF-8")]
    [InlineData("\"utf-8\"")]
    public async Task json_says_that_it_is_utf_8_as_it_likes(string charset)
    {
        var user = await app.SignInAsync();
        var body = Content("{\"name\":\"Дом\",\"currency\":\"EUR\"}"u8.ToArray(), $"application/json; charset={charset}");
        (await user.SendAsync(HttpMethod.Post, Path, body)).ShouldBe(HttpStatusCode.Created).Body.GetProperty("name").GetString().ShouldBe("Дом");
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("iso-8859-1")]
    [InlineData("utf-7")]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task json_in_another_charset_is_refused(string charset)
    {
        var user = await app.SignInAsync();
        (await user.SendAsync(HttpMethod.Post, Path, Content("{\"name\":\"A\",\"currency\":\"EUR\"}"u8.ToArray(), $"application/json; charset={charset}")))
            .ShouldBeProblem(HttpStatusCode.UnsupportedMediaType, "http.unsupported-media-type");

        var ledger = await user.CreateLedgerAsync();
        (await ledger.SendAsync(HttpMethod.Patch, ledger.Path, Content("{\"name\":\"B\"}"u8.ToArray(), $"application/merge-patch+json; charset={charset}")))
            .ShouldBeProblem(HttpStatusCode.UnsupportedMediaType, "http.unsupported-media-type");
    }

    [Fact]
    public async Task a_member_given_twice_is_named()
    {
        var ledger = await app.CreateLedgerAsync();
        (await ledger.PostAsync("accounts", "{\"name\":\"A\",\"name\":\"B\"}")).ShouldBlame("name", "repeated");
        (await ledger.PatchAsync($"accounts/{await ledger.OpenAccountAsync()}", "{\"name\":\"A\",\"name\":\"B\"}")).ShouldBlame("name", "repeated");
    }

    [Fact]
    public async Task another_method_is_named_as_such()
    {
        var answer = await (await app.SignInAsync()).PutAsync(Path, new { });
        answer.ShouldBeProblem(HttpStatusCode.MethodNotAllowed, "http.method-not-allowed");
        answer.ContentHeaders.Allow.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task a_body_that_says_it_is_too_large_is_not_read()
    {
        var body = Content(new byte[(1024 * 1024) + 1], "application/json");
        (await (await app.SignInAsync()).SendAsync(HttpMethod.Post, Path, body)).ShouldBeProblem(HttpStatusCode.RequestEntityTooLarge, "http.too-large");
    }

    private static ByteArrayContent Content(byte[] bytes, string type)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }
}

using System.Net;

namespace MyBudget.IntegrationTests.Infrastructure.WebApp;

/// <summary>The files of the built app, over the real host.</summary>
public sealed class AppFileTests(ServedApp app) : IClassFixture<ServedApp>
{
    private const string Script = "/assets/app-1a2b3c4d.js";
    private const string ForEver = "public, max-age=31536000, immutable";

    [Theory]
    [InlineData("/index.html", "text/html; charset=utf-8", "no-cache")]
    [InlineData("/sw.js", "text/javascript; charset=utf-8", "no-cache")]
    [InlineData("/manifest.webmanifest", "application/manifest+json", "no-cache")]
    [InlineData("/robots.txt", "text/plain; charset=utf-8", "no-cache")]
    [InlineData("/icons/icon-192.png", "image/png", "no-cache")]
    [InlineData("/icons/icon.svg", "image/svg+xml", "no-cache")]
    [InlineData(Script, "text/javascript; charset=utf-8", ForEver)]
    [InlineData("/assets/app-5e6f7a8b.css", "text/css; charset=utf-8", ForEver)]
    [InlineData("/assets/inter-9c0d1e2f.woff2", "font/woff2", ForEver)]
    public async Task come_with_their_type_and_how_long_they_keep(string path, string type, string cache)
    {
        var answer = await app.GetAsync(path);

        answer.ShouldBe(HttpStatusCode.OK).Bytes.ShouldNotBeEmpty();
        answer.ContentHeaders.ContentType!.ToString().ShouldBe(type);
        answer.Headers.CacheControl!.ToString().Split(", ").ShouldBe(cache.Split(", "), ignoreOrder: true);
        answer.ETag.ShouldNotBeNullOrEmpty();
        ShouldBeGuarded(answer);

        var head = await app.SendAsync(HttpMethod.Head, path);
        head.ShouldBe(HttpStatusCode.OK).Bytes.ShouldBeEmpty();
        head.ContentHeaders.ContentLength.ShouldBe(answer.Bytes.Length);
        head.ETag.ShouldBe(answer.ETag);
    }

    [Theory]
    [InlineData("br", true)]
    [InlineData("gzip, deflate, br, zstd", true)]
    [InlineData("BR;q=0.1", true)]
    [InlineData("br;q=0, gzip", false)]
    [InlineData("gzip, deflate", false)]
    [InlineData("identity", false)]
    [InlineData("brotli", false)]
    [InlineData("=, br;q=x", false)]
    [InlineData(null, false)]
    public async Task are_sent_packed_to_who_takes_brotli(string? accepted, bool isPacked)
    {
        (string, string)[] headers = accepted is null ? [] : [("Accept-Encoding", accepted)];
        foreach (var (path, text) in new[] { (Script, ServedApp.Script), ("/", ServedApp.Page) })
        {
            var answer = await app.GetAsync(path, headers);

            answer.ShouldBe(HttpStatusCode.OK).ContentHeaders.ContentEncoding.ShouldBe(isPacked ? ["br"] : []);
            (isPacked ? ServedApp.Unpack(answer) : answer.Text).ShouldBe(text);
            answer.Headers.Vary.ShouldBe(["Accept-Encoding"]);
            answer.ContentHeaders.ContentType!.MediaType.ShouldBe(path == "/" ? "text/html" : "text/javascript");
            ShouldBeGuarded(answer);
        }
    }

    [Fact]
    public async Task without_a_packed_one_are_the_same_for_everybody()
    {
        var answer = await app.GetAsync("/icons/icon-192.png", ("Accept-Encoding", "br"));

        answer.ShouldBe(HttpStatusCode.OK).Text.ShouldBe("png");
        answer.Headers.Vary.ShouldBeEmpty();
        answer.ContentHeaders.ContentEncoding.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("identity")]
    [InlineData("br")]
    public async Task that_the_browser_has_are_not_sent_again(string coding)
    {
        var coded = ("Accept-Encoding", coding);
        var first = await app.GetAsync("/", coded);

        var again = await app.GetAsync("/", coded, ("If-None-Match", first.ETag!));
        again.ShouldBe(HttpStatusCode.NotModified).Bytes.ShouldBeEmpty();
        again.ETag.ShouldBe(first.ETag);
        again.Headers.CacheControl!.NoCache.ShouldBeTrue();
        again.Headers.Vary.ShouldBe(["Accept-Encoding"]);

        (await app.GetAsync("/", coded, ("If-None-Match", "\"other\""))).ShouldBe(HttpStatusCode.OK);
        (await app.GetAsync("/", ("Accept-Encoding", coding == "br" ? "identity" : "br"), ("If-None-Match", first.ETag!))).ShouldBe(HttpStatusCode.OK);
        var changed = await app.GetAsync("/", coded, ("If-Match", "\"other\""));
        changed.ShouldBe(HttpStatusCode.PreconditionFailed);
        changed.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task of_a_new_build_are_served_at_once()
    {
        app.Write("news.txt", "old");
        var old = await app.GetAsync("/news.txt");
        app.Write("news.txt", "newer");

        var now = await app.GetAsync("/news.txt", ("If-None-Match", old.ETag!));

        now.ShouldBe(HttpStatusCode.OK).Text.ShouldBe("newer");
        now.ETag.ShouldNotBe(old.ETag);
    }

    [Fact]
    public async Task are_sent_in_part_to_who_asks_for_it()
    {
        var part = await app.GetAsync(Script, ("Range", "bytes=0-5"));
        part.ShouldBe(HttpStatusCode.PartialContent).Text.ShouldBe("export");
        part.ContentHeaders.ContentRange!.Length.ShouldBe(System.Text.Encoding.UTF8.GetByteCount(ServedApp.Script));
        ShouldBeGuarded(part);
        (await app.GetAsync(Script, ("Range", "bytes=-2"))).ShouldBe(HttpStatusCode.PartialContent).Text.ShouldBe("';");

        var beyond = await app.GetAsync(Script, ("Range", "bytes=100000-"));
        beyond.ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable).Bytes.ShouldBeEmpty();
        beyond.Headers.CacheControl!.NoStore.ShouldBeTrue();
        foreach (var whole in new[] { "bytes=0-1,4-5", "lines=1-2", "bytes=x", "bytes=5-1" })
            (await app.GetAsync(Script, ("Range", whole))).ShouldBe(HttpStatusCode.OK).Text.ShouldBe(ServedApp.Script);
        (await app.GetAsync(Script, ("Range", "bytes=0-5"), ("If-Range", "\"other\""))).ShouldBe(HttpStatusCode.OK).Text.ShouldBe(ServedApp.Script);
    }

    private static void ShouldBeGuarded(ApiResponse answer)
    {
        string Of(string name) => answer.Headers.GetValues(name).ShouldHaveSingleItem();
        Of("Content-Security-Policy").ShouldBe(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
            + "manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        Of("X-Content-Type-Options").ShouldBe("nosniff");
        Of("X-Frame-Options").ShouldBe("DENY");
        Of("Referrer-Policy").ShouldBe("no-referrer");
        Of("Permissions-Policy").ShouldContain("geolocation=()");
        Of("Cross-Origin-Opener-Policy").ShouldBe("same-origin");
        answer.Headers.Contains("Server").ShouldBeFalse();
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }
}

using System.Buffers.Text;
using System.Net;
using Alba;

namespace MyBudget.IntegrationTests.Features.ClientConfig;

/// <summary>Without Firebase: from the defaults and the local configuration alone.</summary>
public sealed class ClientConfigTests(AppFixture app)
{
    private const string Path = "/api/v1/client-config";

    [Fact]
    public async Task tells_what_a_client_may_know_and_nothing_else()
    {
        var answer = await Anonymous(app.Host).GetAsync(Path);

        var key = answer.ShouldBe(HttpStatusCode.OK).Body.GetProperty("webPush").GetProperty("publicKey").GetString()!;
        Base64Url.DecodeFromChars(key).Length.ShouldBe(65);
        answer.Text.ShouldBe(
            $$$"""
            {"minimumVersions":{"android":"0.0.0","ios":"0.0.0"},"updateUrls":{"android":null,"ios":null},
            "features":{"signUp":true,"firebaseSignIn":false,"imports":true,"push":false},
            "defaults":{"budgetThresholds":[80,100]},"limits":{"bodyBytes":1048576,"importBytes":10485760,"receiptBytes":5242880},
            "webPush":{"publicKey":"{{{key}}}"}}
            """.ReplaceLineEndings(string.Empty));
    }

    [Fact]
    public async Task may_be_kept_for_a_minute_and_is_asked_for_again_by_its_tag()
    {
        var first = await Anonymous(app.Host).GetAsync(Path);
        first.Headers.CacheControl!.ToString().ShouldBe("public, max-age=60");
        var again = await Anonymous(app.Host).GetAsync(Path, ("If-None-Match", first.ETag!));
        again.ShouldBe(HttpStatusCode.NotModified).Bytes.ShouldBeEmpty();
        again.ETag.ShouldBe(first.ETag);

        await using var other = await StartAsync(("Features:Imports", "false"), ("Clients:UpdateUrl:Ios", "https://example.org/app"));
        var changed = await Anonymous(other).GetAsync(Path, ("If-None-Match", first.ETag!));
        changed.ShouldBe(HttpStatusCode.OK).ETag.ShouldNotBe(first.ETag);
        changed.Body.GetProperty("features").GetProperty("imports").GetBoolean().ShouldBeFalse();
        changed.Body.GetProperty("updateUrls").GetRawText().ShouldBe("""{"android":null,"ios":"https://example.org/app"}""");
    }

    [Theory]
    [InlineData("Features:SignUp", "maybe", "true or false")]
    [InlineData("Clients:MinimumVersion:Android", "1.4", "major.minor.patch")]
    [InlineData("Clients:UpdateUrl:Android", "http://example.org", "https")]
    [InlineData("Budgets:DefaultThresholds", "80", "1 to 1000")]
    public async Task a_local_setting_that_cannot_be_keeps_the_server_from_starting(string setting, string value, string expected)
    {
        var refused = await Should.ThrowAsync<InvalidOperationException>(() => StartAsync((setting, value)));
        refused.Message.ShouldContain(setting);
        refused.Message.ShouldContain(expected);
    }

    private Task<IAlbaHost> StartAsync(params (string Key, string? Value)[] settings) => app.StartHostAsync(web =>
    {
        web.UseSetting("Daemon:Enabled", "false");
        foreach (var (key, value) in settings) web.UseSetting(key, value);
    });

    private static ApiClient Anonymous(IAlbaHost host) => new(host.Server.CreateClient(), Guid.Empty, null);
}

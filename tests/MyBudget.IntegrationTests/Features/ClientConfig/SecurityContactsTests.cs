using System.Globalization;
using System.Net;
using MyBudget.IntegrationTests.Infrastructure.Operations;

namespace MyBudget.IntegrationTests.Features.ClientConfig;

/// <summary>Where a weakness is reported: <c>security.txt</c>, RFC 9116.</summary>
public sealed class SecurityContactsTests(AppFixture app)
{
    private const string Path = "/.well-known/security.txt";

    [Fact]
    public async Task they_are_told_in_the_order_of_preference_and_until_when()
    {
        await using var host = await app.StartHostAsync(web =>
        {
            web.UseSetting("Security:Contacts:0", "mailto:security@example.org");
            web.UseSetting("Security:Contacts:1", "https://example.org/security");
            web.UseSetting("Security:Contacts:2", string.Empty);
        });

        var answer = await new ApiClient(host.Server.CreateClient(), Guid.Empty, null).GetAsync(Path);

        answer.ShouldBe(HttpStatusCode.OK).ContentHeaders.ContentType!.ToString().ShouldBe("text/plain; charset=utf-8");
        var lines = answer.Text.Split('\n');
        lines[..2].ShouldBe(["Contact: mailto:security@example.org", "Contact: https://example.org/security"]);
        lines[3..].ShouldBe(["Preferred-Languages: en, ru", string.Empty]);
        var expires = DateTimeOffset.Parse(lines[2]["Expires: ".Length..], CultureInfo.InvariantCulture);
        (expires - DateTimeOffset.UtcNow).ShouldBeInRange(TimeSpan.FromDays(29), TimeSpan.FromDays(365));
    }

    [Fact]
    public async Task without_any_there_is_none() =>
        (await new ApiClient(app.Host.Server.CreateClient(), Guid.Empty, null).GetAsync(Path)).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");

    [Theory]
    [InlineData("security@example.org")]
    [InlineData("http://example.org")]
    [InlineData("https://example.org\nContact: mailto:evil@example.com")]
    public async Task a_server_whose_contact_is_none_does_not_start(string contact)
    {
        var (code, errors) = await RunningProgram.RunToEndAsync("Production", app.ConnectionString, [("Security__Contacts__0", contact)]);

        code.ShouldBe(1);
        errors.ShouldContain("Security:Contacts holds something");
    }
}

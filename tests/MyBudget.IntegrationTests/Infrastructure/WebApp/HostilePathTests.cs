namespace MyBudget.IntegrationTests.Infrastructure.WebApp;

/// <summary>Addresses that no browser sends, over a socket: each has its answer, and none leads out of the folder.</summary>
public sealed class HostilePathTests(ServedApp app) : IClassFixture<ServedApp>
{
    [Theory]
    [InlineData("/../outside.js", 404)]
    [InlineData("/assets/../../outside.js", 404)]
    [InlineData("/%2e%2e/outside.js", 404)]
    [InlineData("/assets/%2e%2e/%2E%2E/outside.js", 404)]
    [InlineData("/..%2foutside.js", 404)]
    [InlineData("/assets/..%2f..%2foutside.js", 404)]
    [InlineData("/%252e%252e/outside.js", 404)]
    [InlineData("/%252e%252e%252foutside.js", 404)]
    [InlineData("/..\\outside.js", 404)]
    [InlineData("/assets/..%5c..%5coutside.js", 404)]
    [InlineData("//outside.js", 404)]
    [InlineData("/....//outside.js", 404)]
    [InlineData("/;/outside.js", 404)]
    [InlineData("/.env", 404)]
    [InlineData("/%2eenv", 404)]
    [InlineData("/.git/config.js", 404)]
    [InlineData("/.git/config", 404)]
    [InlineData("/.git", 404)]
    [InlineData("/assets/.hidden.js", 404)]
    [InlineData("/link.js", 404)]
    [InlineData("/assets/inside.js", 404)]
    [InlineData("/assets/linked/file.js", 404)]
    [InlineData("/index.html.", 404)]
    [InlineData("/index.html%20", 404)]
    [InlineData("/index.html::$DATA", 404)]
    [InlineData("/%00", 400)]
    [InlineData("/index.html%00.js", 400)]
    [InlineData("/%zz/outside.js", 404)]
    [InlineData("/%c0%ae%c0%ae/outside.js", 404)]
    public async Task nothing_outside_is_read(string target, int status)
    {
        var answer = await app.AskAsync(target);

        answer.ShouldStartWith($"HTTP/1.1 {status} ");
        answer.ShouldNotContain(ServedApp.Secret);
    }

    /// <summary>Without a dot it is an address like any other, whose page says that it knows no such screen.</summary>
    [Theory]
    [InlineData("/%252e%252e%252fetc%252fpasswd")]
    [InlineData("///etc/passwd")]
    [InlineData("/assets/../home")]
    [InlineData("http://budget.example.org/home")]
    public async Task what_names_no_file_is_the_page(string target)
    {
        var answer = await app.AskAsync(target);

        answer.ShouldStartWith("HTTP/1.1 200 ");
        answer.ShouldEndWith(ServedApp.Page);
    }

    [Fact]
    public async Task a_folder_is_not_listed()
    {
        (await app.AskAsync("/icons/")).ShouldEndWith(ServedApp.Page);
        (await app.AskAsync("/assets/")).ShouldStartWith("HTTP/1.1 404 ");
    }

    [Theory]
    [InlineData("TRACE", "/index.html", 404)]
    [InlineData("OPTIONS", "*", 404)]
    [InlineData("G@T", "/index.html", 400)]
    public async Task odd_methods_have_their_answer(string method, string target, int status) =>
        (await app.AskAsync(target, method)).ShouldStartWith($"HTTP/1.1 {status} ");
}

using System.Net;
using System.Text;
using static MyBudget.IntegrationTests.Features.Imports.BankFixtures;

namespace MyBudget.IntegrationTests.Features.Imports;

public sealed class ImportsAtOnceTests(AppFixture app)
{
    [Fact]
    public async Task what_does_not_fit_is_refused_before_its_body_is_read()
    {
        await RefusesAsync(Many(10_000), Csv, ("Limits:ImportsAtOnce", "1"));
        // Much larger than what may be said about it.
        var large = Many(49_000).Replace("SHOP", $"SHOP {new string('x', 60)}", StringComparison.Ordinal);
        await RefusesAsync(large, large, ("Limits:ImportsAtOnce", "9"), ("Limits:ImportBytes", $"{large.Length + 1000}"));
    }

    private async Task RefusesAsync(string file, string refused, params (string Name, string Value)[] settings)
    {
        await using var host = await app.StartHostAsync(web =>
        {
            web.UseSetting("Limits:ImportsPerUser", "1");
            foreach (var (name, value) in settings) web.UseSetting(name, value);
        });
        var ledger = await (await AppFixture.SignInAsync(host, Guid.CreateVersion7())).CreateLedgerAsync();
        var other = await (await AppFixture.SignInAsync(host, Guid.CreateVersion7())).CreateLedgerAsync();
        var (bank, otherBank) = (await ledger.OpenAccountAsync(), await other.OpenAccountAsync());
        var form = Slow(file);
        var slow = ledger.PostAsync($"imports?accountId={bank}&preview=true", form);
        await form.IsBeingRead;

        (await ledger.ImportAsync(Csv, bank)).ShouldBeProblem(HttpStatusCode.TooManyRequests, "http.too-many-requests").Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(5));
        (await other.ImportAsync(refused, otherBank)).ShouldBeProblem(HttpStatusCode.ServiceUnavailable, "service.unavailable").Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(5));

        form.Finish();
        (await slow).ShouldBe(HttpStatusCode.OK);
        (await EventuallyAsync(() => other.ImportAsync(Csv, otherBank), HttpStatusCode.Created)).ShouldCount(3, 0, 0);
    }

    private static SlowBody Slow(string file) => new(
        Encoding.UTF8.GetBytes($"--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n{file}\r\n--b--\r\n"), "multipart/form-data; boundary=b");

    /// <summary>The answer may be there a moment before the server is done with the request.</summary>
    private static async Task<ApiResponse> EventuallyAsync(Func<Task<ApiResponse>> ask, HttpStatusCode status)
    {
        for (var attempt = 0; ; attempt++)
        {
            var response = await ask();
            if (response.Status == status || attempt == 200) return response;
        }
    }
}

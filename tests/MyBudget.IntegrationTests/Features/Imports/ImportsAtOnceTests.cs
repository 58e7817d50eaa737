using System.Net;
using System.Text;
using static MyBudget.IntegrationTests.Features.Imports.BankFixtures;

namespace MyBudget.IntegrationTests.Features.Imports;

public sealed class ImportsAtOnceTests(AppFixture app)
{
    [Fact]
    public async Task what_does_not_fit_is_refused_before_its_body_is_read()
    {
        await using var host = await app.StartHostAsync(web =>
        {
            web.UseSetting("Limits:ImportsAtOnce", "1");
            web.UseSetting("Limits:ImportsPerUser", "1");
        });
        var ledger = await (await AppFixture.SignInAsync(host, Guid.CreateVersion7())).CreateLedgerAsync();
        var other = await (await AppFixture.SignInAsync(host, Guid.CreateVersion7())).CreateLedgerAsync();
        var (bank, otherBank) = (await ledger.OpenAccountAsync(), await other.OpenAccountAsync());
        var rest = new TaskCompletionSource();
        var slow = ledger.PostAsync($"imports?accountId={bank}", new SlowForm(rest.Task));

        (await EventuallyAsync(() => ledger.ImportAsync(Csv, bank), HttpStatusCode.TooManyRequests))
            .ShouldBeProblem(HttpStatusCode.TooManyRequests, "http.too-many-requests").Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(5));
        var refused = await other.PostAsync($"imports?accountId={otherBank}", new SlowForm(Task.CompletedTask));
        refused.ShouldBeProblem(HttpStatusCode.ServiceUnavailable, "service.unavailable").Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(5));

        rest.SetResult();
        (await slow).ShouldCount(3, 0, 0);
        (await EventuallyAsync(() => other.ImportAsync(Csv, otherBank), HttpStatusCode.Created)).ShouldCount(3, 0, 0);
    }

    /// <summary>The other request is somewhere on its way.</summary>
    private static async Task<ApiResponse> EventuallyAsync(Func<Task<ApiResponse>> ask, HttpStatusCode status)
    {
        for (var attempt = 0; ; attempt++)
        {
            var response = await ask();
            if (response.Status == status || attempt == 200) return response;
        }
    }

    /// <summary>A phone in a tunnel: the body comes in two halves.</summary>
    private sealed class SlowForm : HttpContent
    {
        private readonly Task _tunnel;
        private readonly byte[] _body = Encoding.UTF8.GetBytes($"--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n{Csv}\r\n--b--\r\n");

        public SlowForm(Task tunnel)
        {
            _tunnel = tunnel;
            Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(_body.AsMemory(0, 20));
            await stream.FlushAsync();
            await _tunnel;
            await stream.WriteAsync(_body.AsMemory(20));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _body.Length;
            return true;
        }
    }
}

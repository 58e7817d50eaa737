using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Alba;
using MyBudget.Domain;

namespace MyBudget.IntegrationTests.Features.Sync;

/// <summary>Whoever is online sees at once that there is something new, in any of their ledgers, by whichever replica it came.</summary>
public sealed class EventStreamTests(AppFixture app)
{
    [Fact]
    public async Task begins_with_each_ledger_and_the_inbox()
    {
        var ledger = await app.CreateLedgerAsync();
        var second = await ledger.CreateLedgerAsync();
        await app.CreateLedgerAsync();

        using var stream = await EventReader.OpenAsync(ledger);

        var first = new[] { await stream.NextAsync(), await stream.NextAsync(), await stream.NextAsync() };
        first.Where(e => e.Name == "ledger").Select(e => e.Ledger).ShouldBe([ledger.LedgerId, second.LedgerId], ignoreOrder: true);
        first.Single(e => e.Name == "inbox").Data.GetProperty("unread").GetInt64().ShouldBe(0);
        foreach (var e in first.Where(e => e.Name == "ledger"))
            (await ledger.GetAsync($"/api/v1/ledgers/{e.Ledger}/changes")).Body.GetProperty("cursor").GetString().ShouldBe(e.Cursor);
    }

    [Fact]
    public async Task tells_of_what_other_members_write()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var editor = await ledger.InviteAsync(LedgerRole.Editor);
        using var stream = await EventReader.OpenAsync(ledger);
        await stream.PassAsync("inbox");

        await editor.RecordAsync(new { accountId = bank, date = "2026-01-15", amount = -5 });

        var told = await stream.PassAsync("ledger");
        told.Ledger.ShouldBe(ledger.LedgerId);
        (await ledger.GetAsync("changes?limit=1000")).Body.GetProperty("cursor").GetString().ShouldBe(told.Cursor);
    }

    [Fact]
    public async Task tells_of_what_another_replica_wrote()
    {
        var ledger = await app.CreateLedgerAsync();
        await using var other = await app.StartHostAsync();
        using var stream = await EventReader.OpenAsync(ledger);
        await stream.PassAsync("inbox");

        await new LedgerClient(other.Server.CreateClient(), ledger.UserId, ledger.Token, ledger.LedgerId).OpenAccountAsync();

        (await stream.PassAsync("ledger")).Ledger.ShouldBe(ledger.LedgerId);
    }

    [Fact]
    public async Task tells_of_memberships_and_nothing_of_ledgers_that_were_left()
    {
        var ledger = await app.CreateLedgerAsync();
        var member = await ledger.InviteAsync(LedgerRole.Editor);
        var own = await member.CreateLedgerAsync();
        using var stream = await EventReader.OpenAsync(member);
        await stream.PassAsync("inbox");

        await ledger.PatchAsync($"members/{member.UserId}", new { role = "viewer" });
        await stream.PassAsync("ledgers");
        await ledger.DeleteAsync($"members/{member.UserId}");
        await stream.PassAsync("ledgers");
        await ledger.OpenAccountAsync();
        await own.OpenAccountAsync();

        (await stream.PassAsync("ledger")).Ledger.ShouldBe(own.LedgerId);
    }

    [Fact]
    public async Task tells_that_a_ledger_was_deleted_and_that_it_is_back()
    {
        var ledger = await app.CreateLedgerAsync();
        var member = await ledger.InviteAsync(LedgerRole.Editor);
        using var stream = await EventReader.OpenAsync(member);
        await stream.PassAsync("inbox");

        (await app.Host.DeleteLedgerAsync(ledger)).ShouldBe(HttpStatusCode.NoContent);
        await stream.PassAsync("ledgers");
        (await ledger.PostAsync("restore")).ShouldBe(HttpStatusCode.OK);

        await stream.PassAsync("ledgers");
        (await stream.PassAsync("ledger")).Ledger.ShouldBe(ledger.LedgerId);
    }

    [Fact]
    public async Task ends_with_the_sign_in()
    {
        var ledger = await app.CreateLedgerAsync();
        using var stream = await EventReader.OpenAsync(ledger);
        await stream.PassAsync("inbox");

        await ledger.PostAsync("/api/v1/auth/logout");

        await stream.ShouldEndAsync();
    }

    [Fact]
    public async Task is_for_users_who_are_signed_in()
    {
        var stranger = new ApiClient(app.Host.Server.CreateClient(), Guid.NewGuid(), token: null);
        (await stranger.GetAsync("/api/v1/events")).ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.unauthenticated");
    }
}

/// <summary>Reads a stream of server-sent events as a client does.</summary>
internal sealed class EventReader(HttpResponseMessage response, StreamReader lines) : IDisposable
{
    public static async Task<EventReader> OpenAsync(ApiClient user) =>
        await OpenAsync(user, (await TestContext.Current.GetFixture<AppFixture>()).ShouldNotBeNull().Host);

    public static async Task<EventReader> OpenAsync(ApiClient user, IAlbaHost host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/events");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", user.Token);
        var response = await host.Server.CreateClient().SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("text/event-stream");
        return new EventReader(response, new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)));
    }

    public async Task<StreamEvent> NextAsync() => await ReadAsync() ?? throw new ShouldAssertException("The stream has ended.");

    /// <summary>Goes on until an event of that name.</summary>
    public async Task<StreamEvent> PassAsync(string name)
    {
        while (true)
        {
            if (await NextAsync() is var e && e.Name == name) return e;
        }
    }

    public async Task ShouldEndAsync()
    {
        while (await ReadAsync() is not null) continue;
    }

    public void Dispose()
    {
        lines.Dispose();
        response.Dispose();
    }

    private async Task<StreamEvent?> ReadAsync()
    {
        string? name = null;
        JsonElement data = default;
        while (await lines.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal)) name = line[7..];
            if (line.StartsWith("data: ", StringComparison.Ordinal)) data = JsonElement.Parse(line[6..]);
            if (line.Length == 0 && name is not null) return new StreamEvent(name, data);
        }

        return null;
    }
}

internal sealed record StreamEvent(string Name, JsonElement Data)
{
    public Guid Ledger => Data.GetProperty("ledgerId").GetGuid();

    public string? Cursor => Data.GetProperty("cursor").GetString();
}

using System.Net;
using Alba;
using MyBudget.IntegrationTests.Features.Identity;

namespace MyBudget.IntegrationTests.Infrastructure.Firebase;

/// <summary>Each has a server and a Google of its own, since keys are kept by the server.</summary>
[Collection(nameof(FirebaseApp))]
public sealed class PublicKeyTests(FirebaseApp app) : IAsyncLifetime
{
    /// <summary>As long as the server waits before a stranger's token makes it ask again.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private GooglePeer _google = null!;
    private IAlbaHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _google = await GooglePeer.StartAsync();
        _host = await app.StartHostAsync(_google);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _google.DisposeAsync();
    }

    [Fact]
    public async Task are_asked_for_once_as_long_as_they_may_be_kept()
    {
        _google.MaxAge = TimeSpan.FromHours(2);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => SignInAsync(_google.Keys.Values.Single())));
        _google.KeyRequests.ShouldBe(1);

        app.Identity.Time.Advance(TimeSpan.FromMinutes(119));
        (await SignInAsync(_google.Keys.Values.Single())).ShouldBe(HttpStatusCode.Created);
        _google.KeyRequests.ShouldBe(1);

        app.Identity.Time.Advance(TimeSpan.FromMinutes(2));
        (await SignInAsync(_google.Keys.Values.Single())).ShouldBe(HttpStatusCode.Created);
        _google.KeyRequests.ShouldBe(2);
    }

    [Fact]
    public async Task are_followed_when_they_rotate()
    {
        var old = _google.Keys.Values.Single();
        (await SignInAsync(old)).ShouldBe(HttpStatusCode.Created);
        app.Identity.Time.Advance(Pause);
        var fresh = _google.Publish();
        _google.Keys.Remove(old.Id, out _);

        (await SignInAsync(fresh)).ShouldBe(HttpStatusCode.Created);
        (await SignInAsync(old)).ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.invalid-firebase-token");
    }

    [Fact]
    public async Task are_not_asked_for_by_every_stranger()
    {
        (await SignInAsync(_google.Keys.Values.Single())).ShouldBe(HttpStatusCode.Created);
        app.Identity.Time.Advance(Pause);

        for (var i = 0; i < 20; i++) (await SignInAsync(new GoogleKey($"made-up-{i}"))).ShouldBe(HttpStatusCode.Unauthorized);
        _google.KeyRequests.ShouldBe(2);

        app.Identity.Time.Advance(Pause);
        (await SignInAsync(new GoogleKey("made-up"))).ShouldBe(HttpStatusCode.Unauthorized);
        _google.KeyRequests.ShouldBe(3);
    }

    [Fact]
    public async Task are_waited_for_at_the_first_start()
    {
        _google.KeysStatus = HttpStatusCode.BadGateway;
        var refused = await SignInAsync(_google.Keys.Values.Single());
        refused.ShouldBeProblem(HttpStatusCode.ServiceUnavailable, "auth.firebase-unavailable");
        refused.Headers.RetryAfter.ShouldNotBeNull();

        _google.KeysStatus = HttpStatusCode.OK;
        app.Identity.Time.Advance(Pause);
        (await SignInAsync(_google.Keys.Values.Single())).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task outlive_their_time_by_a_day_while_google_is_away()
    {
        _google.MaxAge = TimeSpan.FromHours(1);
        (await SignInAsync(_google.Keys.Values.Single())).ShouldBe(HttpStatusCode.Created);
        _google.KeysStatus = HttpStatusCode.ServiceUnavailable;

        app.Identity.Time.Advance(TimeSpan.FromHours(24));
        (await SignInAsync(_google.Keys.Values.Single())).ShouldBe(HttpStatusCode.Created);
        (await SignInAsync(new GoogleKey("new-perhaps"))).ShouldBeProblem(HttpStatusCode.ServiceUnavailable, "auth.firebase-unavailable");

        app.Identity.Time.Advance(TimeSpan.FromHours(1));
        (await SignInAsync(_google.Keys.Values.Single())).ShouldBeProblem(HttpStatusCode.ServiceUnavailable, "auth.firebase-unavailable");
    }

    private async Task<ApiResponse> SignInAsync(GoogleKey key)
    {
        var uid = app.NewUid();
        _google.Users[uid] = new GoogleUser();
        return await app.SignInAsync(key.Sign(app.Claims(uid, app.Identity.NewEmail())), _host);
    }
}

using System.Net;
using Alba;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MyBudget.IntegrationTests.Emulators;

/// <summary>Against Firebase's own emulators, which <c>./mybudget test --emulators</c> starts.</summary>
[Trait("Category", "Emulators")]
public sealed class FirebaseSignInTests(AppFixture app) : IAsyncLifetime
{
    private readonly AuthEmulatorClient _firebase = new();
    private readonly string _email = $"{Guid.CreateVersion7():N}@example.org";
    private IAlbaHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await app.StartHostAsync(web =>
    {
        web.UseSetting("Firebase:ProjectId", AuthEmulatorClient.ProjectId);
        web.UseSetting("Firebase:HookSecret", AuthEmulatorClient.Hook.Secret);
    });

    public async ValueTask DisposeAsync()
    {
        _firebase.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task waits_for_the_address_to_be_confirmed_and_then_knows_the_user()
    {
        var (_, unconfirmed) = await _firebase.SignUpAsync(_email);
        (await SignInAsync(unconfirmed)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "auth.firebase-email-needed");

        await _firebase.ConfirmAsync(_email, unconfirmed);
        var token = await _firebase.SignInAsync(_email);

        var first = (await SignInAsync(token)).ShouldBe(HttpStatusCode.Created);
        first.Body.GetProperty("user").GetProperty("email").GetString().ShouldBe(_email);
        first.Body.GetProperty("user").GetProperty("emailVerified").GetBoolean().ShouldBeTrue();
        (await SignInAsync(token)).ShouldBe(HttpStatusCode.OK);
        (await MeAsync(first)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task refuses_somebody_anonymous()
    {
        (await SignInAsync(await _firebase.SignInAnonymouslyAsync())).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "auth.firebase-email-needed");
    }

    [Fact]
    public async Task refuses_a_user_as_long_as_they_are_disabled()
    {
        var (uid, token) = await ConfirmedAsync();
        await _firebase.DisableAsync(uid, disabled: true);
        (await SignInAsync(token)).ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.firebase-user-gone");

        await _firebase.DisableAsync(uid, disabled: false);
        (await SignInAsync(token)).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task refuses_a_sign_in_that_was_revoked()
    {
        var (uid, token) = await ConfirmedAsync();

        await _firebase.RevokeAsync(uid, DateTimeOffset.UtcNow.AddSeconds(5));

        (await SignInAsync(token)).ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.firebase-user-gone");
    }

    [Fact]
    public async Task refuses_a_user_who_was_deleted()
    {
        var (uid, token) = await ConfirmedAsync();

        await _firebase.DeleteAsync(uid);

        (await SignInAsync(token)).ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.firebase-user-gone");
    }

    [Fact]
    public async Task ends_the_sign_ins_of_a_deleted_user_when_the_function_tells_of_it()
    {
        var (uid, token) = await ConfirmedAsync();
        var signedIn = (await SignInAsync(token)).ShouldBe(HttpStatusCode.Created);
        var told = new TaskCompletionSource<int>();
        await using var door = await OpenDoorAsync(uid, told);

        await _firebase.DeleteAsync(uid);

        (await told.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken)).ShouldBe(StatusCodes.Status204NoContent);
        (await MeAsync(signedIn)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    /// <summary>The port on which the functions expect the API; what comes there is passed on to it as it is.</summary>
    private async Task<WebApplication> OpenDoorAsync(string uid, TaskCompletionSource<int> told)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{AuthEmulatorClient.Hook.Port}");
        var door = builder.Build();
        door.Run(async context =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Parse(context.Request.Method), $"{context.Request.Path}");
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync();
            request.Content = new StringContent(body);
            request.Content.Headers.Clear();
            foreach (var (name, values) in context.Request.Headers)
            {
                if (name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)) request.Content.Headers.TryAddWithoutValidation(name, values.ToArray());
                else if (name.StartsWith("X-", StringComparison.OrdinalIgnoreCase)) request.Headers.TryAddWithoutValidation(name, values.ToArray());
            }

            using var client = _host.Server.CreateClient();
            using var response = await client.SendAsync(request);
            context.Response.StatusCode = (int)response.StatusCode;
            // The function may still have another test's user to tell about.
            if (body.Contains(uid, StringComparison.Ordinal)) told.TrySetResult(context.Response.StatusCode);
        });
        await door.StartAsync(TestContext.Current.CancellationToken);
        return door;
    }

    private async Task<(string Uid, string IdToken)> ConfirmedAsync()
    {
        var (uid, unconfirmed) = await _firebase.SignUpAsync(_email);
        await _firebase.ConfirmAsync(_email, unconfirmed);
        return (uid, await _firebase.SignInAsync(_email));
    }

    private Task<ApiResponse> SignInAsync(string idToken) => Client(null).PostAsync("/api/v1/auth/firebase", new { idToken });

    private Task<ApiResponse> MeAsync(ApiResponse signedIn) => Client(signedIn.Body.GetProperty("accessToken").GetString()).GetAsync("/api/v1/me");

    private ApiClient Client(string? token) => new(_host.Server.CreateClient(), Guid.Empty, token);
}

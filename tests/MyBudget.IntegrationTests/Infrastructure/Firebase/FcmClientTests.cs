using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using MyBudget.Infrastructure.Firebase;
using MyBudget.Infrastructure.Firebase.Messaging;

namespace MyBudget.IntegrationTests.Infrastructure.Firebase;

/// <summary>One try each against FCM's documented answers, its faults, and what networks do.</summary>
public sealed class FcmClientTests : IAsyncLifetime
{
    private static readonly object Payload = new[] { new { field = "message.notification.title", description = "as documented" } };
    private static readonly object Token = new[] { new { field = "message.token", description = "as documented" } };

    private FakeFcm _fcm = null!;
    private ServiceProvider _services = null!;

    private FcmClient Client => _services.GetRequiredService<FcmClient>();

    public async ValueTask InitializeAsync()
    {
        _fcm = await FakeFcm.StartAsync();
        _services = ServicesFor(_fcm.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _fcm.DisposeAsync();
    }

    [Fact]
    public async Task a_message_that_is_taken_is_named_by_fcm() =>
        (await SendAsync()).ShouldBeOfType<PushOutcome.Sent>().MessageId.ShouldStartWith($"projects/{FakeFcm.ProjectId}/messages/");

    // https://firebase.google.com/docs/cloud-messaging/error-codes
    [Theory]
    [InlineData(404, "NOT_FOUND", "UNREGISTERED", typeof(PushOutcome.DeadToken))]
    [InlineData(400, "INVALID_ARGUMENT", "INVALID_ARGUMENT", typeof(PushOutcome.DeadToken))]
    [InlineData(403, "PERMISSION_DENIED", "SENDER_ID_MISMATCH", typeof(PushOutcome.DeadToken))]
    [InlineData(400, "INVALID_ARGUMENT", null, typeof(PushOutcome.Refused))]
    [InlineData(413, "INVALID_ARGUMENT", null, typeof(PushOutcome.Refused))]
    [InlineData(403, "PERMISSION_DENIED", null, typeof(PushOutcome.Misconfigured))]
    [InlineData(404, "NOT_FOUND", null, typeof(PushOutcome.Misconfigured))]
    [InlineData(401, "UNAUTHENTICATED", "THIRD_PARTY_AUTH_ERROR", typeof(PushOutcome.Misconfigured))]
    [InlineData(401, "UNAUTHENTICATED", null, typeof(PushOutcome.Misconfigured))]
    [InlineData(302, "FOUND", null, typeof(PushOutcome.Misconfigured))]
    [InlineData(429, "RESOURCE_EXHAUSTED", "QUOTA_EXCEEDED", typeof(PushOutcome.TryLater))]
    [InlineData(503, "UNAVAILABLE", "UNAVAILABLE", typeof(PushOutcome.TryLater))]
    [InlineData(500, "INTERNAL", "INTERNAL", typeof(PushOutcome.TryLater))]
    [InlineData(502, "BAD_GATEWAY", null, typeof(PushOutcome.TryLater))]
    [InlineData(408, "REQUEST_TIMEOUT", null, typeof(PushOutcome.TryLater))]
    public async Task every_documented_error_has_its_meaning(int status, string code, string? fcm, Type outcome)
    {
        _fcm.Answer = (_, _) => Task.FromResult<IResult?>(FakeFcm.Error(status, code, fcm));

        (await SendAsync()).ShouldBeOfType(outcome);
    }

    [Fact]
    public async Task a_list_of_fields_tells_a_bad_payload_from_a_bad_token()
    {
        _fcm.Answer = (_, _) => Task.FromResult<IResult?>(FakeFcm.Error(400, "INVALID_ARGUMENT", "INVALID_ARGUMENT", Payload));
        (await SendAsync()).ShouldBeOfType<PushOutcome.Refused>().Reason.ShouldBe("400 INVALID_ARGUMENT");

        _fcm.Answer = (_, _) => Task.FromResult<IResult?>(FakeFcm.Error(400, "INVALID_ARGUMENT", "INVALID_ARGUMENT", Token));
        (await SendAsync()).ShouldBeOfType<PushOutcome.DeadToken>();
    }

    [Theory]
    [InlineData(429, null, 60)]
    [InlineData(429, "17", 17)]
    [InlineData(503, "17", 17)]
    [InlineData(500, "17", 17)]
    [InlineData(503, null, null)]
    [InlineData(503, "soon", null)]
    public async Task the_time_fcm_names_is_passed_on(int status, string? retryAfter, int? seconds)
    {
        _fcm.Answer = (_, context) =>
        {
            if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
            return Task.FromResult<IResult?>(FakeFcm.Error(status, "BUSY"));
        };

        (await SendAsync()).ShouldBeOfType<PushOutcome.TryLater>().After.ShouldBe(seconds is { } wait ? TimeSpan.FromSeconds(wait) : null);
    }

    [Fact]
    public async Task a_time_named_as_a_date_is_one_too()
    {
        _fcm.Answer = (_, context) =>
        {
            context.Response.Headers.RetryAfter = TimeProvider.System.GetUtcNow().AddMinutes(5).ToString("R", CultureInfo.InvariantCulture);
            return Task.FromResult<IResult?>(FakeFcm.Error(503, "UNAVAILABLE"));
        };

        (await SendAsync()).ShouldBeOfType<PushOutcome.TryLater>().After.ShouldNotBeNull().ShouldBeInRange(TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task many_at_once_share_one_connection_and_one_access_token()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => SendAsync()));

        outcomes.ShouldAllBe(outcome => outcome is PushOutcome.Sent);
        _fcm.Calls.Select(call => call.Protocol).Distinct().ShouldBe(["HTTP/2"]);
        _fcm.Calls.Select(call => call.Connection).Distinct().ShouldHaveSingleItem();
        _fcm.Tokens.ShouldBe(1);
    }

    [Fact]
    public async Task a_token_that_ends_before_its_time_is_renewed_once_for_all()
    {
        (await SendAsync()).ShouldBeOfType<PushOutcome.Sent>();
        _fcm.RevokeTokens();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SendAsync()));

        outcomes.ShouldAllBe(outcome => outcome is PushOutcome.Sent);
        // The first, the one that stood for the end of it, and the new one.
        _fcm.Tokens.ShouldBe(3);
    }

    [Fact]
    public async Task tokens_that_are_refused_though_new_are_not_asked_for_again_and_again()
    {
        _fcm.Accepted = "another's";

        (await SendAsync()).ShouldBeOfType<PushOutcome.Misconfigured>();

        (_fcm.Calls.Count, _fcm.Tokens).ShouldBe((2, 2));
    }

    [Fact]
    public async Task a_service_account_that_google_refuses_is_a_fault_of_ours()
    {
        _fcm.RefusesAccount = true;

        (await SendAsync()).ShouldBeOfType<PushOutcome.Misconfigured>().Reason.ShouldContain("invalid_grant");
        _fcm.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task a_token_endpoint_that_is_down_is_tried_again()
    {
        _fcm.GivesNoTokens = true;
        await using var services = ServicesFor([.. _fcm.Settings, ("Firebase:MessagingTimeout", "00:00:00.5")]);

        (await SendAsync(services.GetRequiredService<FcmClient>())).ShouldBeOfType<PushOutcome.TryLater>();
    }

    [Theory]
    [InlineData("/nowhere/account.json")]
    [InlineData("{ no json")]
    [InlineData("{\"type\":\"service_account\"}")]
    [InlineData("{\"type\":\"service_account\",\"client_email\":\"a@b\",\"client_id\":\"1\",\"private_key_id\":\"1\",\"private_key\":\"nonsense\"}")]
    [InlineData("{\"type\":\"authorized_user\",\"client_id\":\"1\",\"client_secret\":\"2\",\"refresh_token\":\"3\"}")]
    public async Task a_service_account_that_cannot_be_read_is_a_fault_of_ours(string account)
    {
        await using var services = ServicesFor([.. _fcm.Settings, ("Firebase:ServiceAccount", account)]);

        (await SendAsync(services.GetRequiredService<FcmClient>())).ShouldBeOfType<PushOutcome.Misconfigured>();
    }

    [Fact]
    public async Task an_answer_that_does_not_come_is_not_waited_for()
    {
        var forever = new TaskCompletionSource();
        _fcm.Answer = async (_, context) =>
        {
            await forever.Task.WaitAsync(context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return null;
        };
        await using var services = ServicesFor([.. _fcm.Settings, ("Firebase:MessagingTimeout", "00:00:00.5")]);

        (await SendAsync(services.GetRequiredService<FcmClient>())).ShouldBeOfType<PushOutcome.TryLater>();
    }

    [Fact]
    public async Task an_answer_that_stops_halfway_is_not_waited_for()
    {
        _fcm.Answer = async (_, context) =>
        {
            await context.Response.WriteAsync("{\"name\":", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await new TaskCompletionSource().Task.WaitAsync(context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return null;
        };
        await using var services = ServicesFor([.. _fcm.Settings, ("Firebase:MessagingTimeout", "00:00:00.5")]);

        (await SendAsync(services.GetRequiredService<FcmClient>())).ShouldBeOfType<PushOutcome.TryLater>();
    }

    [Fact]
    public async Task a_connection_that_breaks_is_made_again()
    {
        _fcm.Answer = (_, context) =>
        {
            context.Abort();
            return Task.FromResult<IResult?>(null);
        };
        (await SendAsync()).ShouldBeOfType<PushOutcome.TryLater>();

        _fcm.Answer = (_, _) => Task.FromResult<IResult?>(null);
        (await SendAsync()).ShouldBeOfType<PushOutcome.Sent>();
    }

    [Theory]
    [InlineData(200, "<html>a portal</html>")]
    [InlineData(200, "[]")]
    [InlineData(200, "")]
    [InlineData(500, "<html>sorry</html>")]
    [InlineData(503, "{\"error\":\"text\"}")]
    public async Task what_is_not_fcms_answer_is_tried_again(int status, string body)
    {
        _fcm.Answer = (_, _) => Task.FromResult<IResult?>(Results.Text(body, statusCode: status));

        (await SendAsync()).ShouldBeOfType<PushOutcome.TryLater>();
    }

    [Fact]
    public async Task an_endless_answer_is_cut_off()
    {
        _fcm.Answer = (_, _) => Task.FromResult<IResult?>(Results.Text($"{{\"name\":\"{new string('x', 1_000_000)}\"}}"));

        (await SendAsync()).ShouldBeOfType<PushOutcome.TryLater>();
    }

    [Fact]
    public async Task nobody_at_the_address_is_tried_again()
    {
        await using var services = ServicesFor([.. _fcm.Settings, ("Firebase:MessagingAddress", "http://127.0.0.1:1")]);

        (await SendAsync(services.GetRequiredService<FcmClient>())).ShouldBeOfType<PushOutcome.TryLater>();
    }

    [Fact]
    public async Task without_a_project_nothing_leaves_the_house()
    {
        await using var services = ServicesFor([]);

        (await SendAsync(services.GetRequiredService<FcmClient>())).ShouldBeOfType<PushOutcome.Misconfigured>();
    }

    private static ServiceProvider ServicesFor((string Key, string? Value)[] settings)
    {
        var values = settings.GroupBy(pair => pair.Key).ToDictionary(pair => pair.Key["Firebase:".Length..], pair => pair.Last().Value, StringComparer.Ordinal);
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton<GoogleAccess>().AddFcm();
        services.Configure<FirebaseSettings>(firebase =>
        {
            firebase.ProjectId = values.GetValueOrDefault("ProjectId");
            firebase.ServiceAccount = values.GetValueOrDefault("ServiceAccount");
            if (values.TryGetValue("MessagingAddress", out var address)) firebase.MessagingAddress = new Uri(address!);
            if (values.TryGetValue("MessagingTimeout", out var limit)) firebase.MessagingTimeout = TimeSpan.Parse(limit!, CultureInfo.InvariantCulture);
        });
        return services.BuildServiceProvider();
    }

    private Task<PushOutcome> SendAsync(FcmClient? client = null) => (client ?? Client).SendAsync(
        new PushMessage("token", new PushText("Title", "Body"), new Dictionary<string, string>(), "collapse", IsUrgent: false, TimeSpan.FromHours(1)),
        TestContext.Current.CancellationToken);
}

using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MyBudget.Infrastructure.Outbox.Mail;
using MyBudget.Infrastructure.WebPush;
using Npgsql;

namespace MyBudget.IntegrationTests.Infrastructure.WebPush;

/// <summary>One try each: what push services answer, what networks do, and where strangers would have us go.</summary>
public sealed class WebPushClientTests : IAsyncLifetime
{
    private readonly VapidKey _key = VapidKey.Create();
    private readonly Dictionary<string, string[]> _names = new(StringComparer.Ordinal);
    private Task _lookUp = Task.CompletedTask;
    private FakePushService _service = null!;
    private ServiceProvider _services = null!;
    private FakeBrowser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await FakePushService.StartAsync();
        _browser = _service.Subscribe(_key.PublicKey);
        _services = ServicesFor(("LocalService", _service.Origin));
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _service.DisposeAsync();
    }

    [Fact]
    public async Task a_message_is_taken_and_can_be_read_by_its_browser_alone()
    {
        (await SendAsync()).ShouldBeOfType<WebPushOutcome.Sent>();

        var message = _service.Messages.ShouldHaveSingleItem();
        message.Body.GetProperty("hello").GetString().ShouldBe("world");
        (message.Topic, message.Urgency, message.TimeToLive).ShouldBe(("topic", "normal", 60));
        var token = message.Claims;
        token.GetProperty("aud").GetString().ShouldBe(_service.Origin);
        _service.Faults.ShouldBeEmpty();
    }

    /// <summary>Else the two could be wrong alike. RFC 8291, section 5 and appendix A.</summary>
    [Fact]
    public void the_browser_of_these_tests_reads_the_standards_example()
    {
        var point = Base64Url.DecodeFromChars("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4");
        using var browser = new FakeBrowser(
            ECDiffieHellman.Create(new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint { X = point[1..33], Y = point[33..] },
                D = Base64Url.DecodeFromChars("q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94"),
            }),
            Base64Url.DecodeFromChars("BTBZMqHH6r4Tts7J_aSIgg"))
        {
            Endpoint = _browser.Endpoint,
            VapidKey = _key.PublicKey,
        };

        var plain = browser.Decrypt(Base64Url.DecodeFromChars(
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"));

        System.Text.Encoding.UTF8.GetString(plain).ShouldBe("When I grow up, I want to be a watermelon");
    }

    // RFC 8030, RFC 8292, and what Mozilla's, Google's, Apple's and Microsoft's services write of their answers.
    [Theory]
    [InlineData(200, typeof(WebPushOutcome.Sent))]
    [InlineData(201, typeof(WebPushOutcome.Sent))]
    [InlineData(202, typeof(WebPushOutcome.Sent))]
    [InlineData(302, typeof(WebPushOutcome.Refused))]
    [InlineData(307, typeof(WebPushOutcome.Refused))]
    [InlineData(400, typeof(WebPushOutcome.Refused))]
    [InlineData(401, typeof(WebPushOutcome.KeyRefused))]
    [InlineData(403, typeof(WebPushOutcome.KeyRefused))]
    [InlineData(404, typeof(WebPushOutcome.Gone))]
    [InlineData(405, typeof(WebPushOutcome.Refused))]
    [InlineData(406, typeof(WebPushOutcome.TryLater))]
    [InlineData(408, typeof(WebPushOutcome.TryLater))]
    [InlineData(410, typeof(WebPushOutcome.Gone))]
    [InlineData(413, typeof(WebPushOutcome.Refused))]
    [InlineData(429, typeof(WebPushOutcome.TryLater))]
    [InlineData(500, typeof(WebPushOutcome.TryLater))]
    [InlineData(502, typeof(WebPushOutcome.TryLater))]
    [InlineData(503, typeof(WebPushOutcome.TryLater))]
    public async Task every_answer_has_its_meaning(int status, Type outcome)
    {
        _service.Answer = (_, _) => Task.FromResult<IResult?>(Results.StatusCode(status));
        (await SendAsync()).ShouldBeOfType(outcome);
    }

    [Theory]
    [InlineData(429, null, 60)]
    [InlineData(429, "17", 17)]
    [InlineData(503, "17", 17)]
    [InlineData(503, null, null)]
    [InlineData(503, "soon", null)]
    public async Task the_time_that_is_named_is_passed_on(int status, string? retryAfter, int? seconds)
    {
        _service.Answer = (_, context) =>
        {
            if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
            return Task.FromResult<IResult?>(Results.StatusCode(status));
        };

        (await SendAsync()).ShouldBeOfType<WebPushOutcome.TryLater>().After.ShouldBe(seconds is { } wait ? TimeSpan.FromSeconds(wait) : null);
    }

    [Fact]
    public async Task the_key_of_another_subscription_is_refused_by_the_service()
    {
        (await SendAsync(vapidKey: _key.PublicKey, browser: _service.Subscribe("another"))).ShouldBeOfType<WebPushOutcome.KeyRefused>();
    }

    [Fact]
    public async Task an_answer_that_does_not_come_is_not_waited_for()
    {
        _service.Answer = async (_, context) =>
        {
            await new TaskCompletionSource().Task.WaitAsync(context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return null;
        };
        await using var services = ServicesFor(("LocalService", _service.Origin), ("Timeout", "00:00:00.5"));
        (await SendAsync(services)).ShouldBeOfType<WebPushOutcome.TryLater>();
    }

    [Fact]
    public async Task an_endless_answer_is_not_read()
    {
        _service.Answer = async (_, context) =>
        {
            context.Response.StatusCode = 410;
            var piece = new byte[64 * 1024];
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(piece, context.RequestAborted);
            return null;
        };
        (await SendAsync()).ShouldBeOfType<WebPushOutcome.Gone>();
    }

    [Fact]
    public async Task endless_headers_are_cut_off()
    {
        _service.Answer = (_, context) =>
        {
            context.Response.Headers["X-Long"] = new string('x', 100_000);
            return Task.FromResult<IResult?>(null);
        };
        (await SendAsync()).ShouldBeOfType<WebPushOutcome.TryLater>();
    }

    [Fact]
    public async Task a_connection_that_breaks_is_made_again()
    {
        _service.Answer = (_, context) =>
        {
            context.Abort();
            return Task.FromResult<IResult?>(null);
        };
        (await SendAsync()).ShouldBeOfType<WebPushOutcome.TryLater>();
        _service.Answer = (_, _) => Task.FromResult<IResult?>(null);
        (await SendAsync()).ShouldBeOfType<WebPushOutcome.Sent>();
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("fd00::1")]
    [InlineData("fe80::1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("93.184.215.14", "127.0.0.1")]
    public async Task a_name_that_leads_into_the_house_is_not_followed(params string[] addresses)
    {
        _names["push.evil.example"] = addresses;
        (await SendAsync(endpoint: "https://push.evil.example/1")).ShouldBeOfType<WebPushOutcome.TryLater>().Reason.ShouldBe(nameof(AddressNotPublicException));
    }

    [Theory]
    [InlineData("push.nobody.example")]
    [InlineData("push.empty.example")]
    public async Task a_name_of_nobody_is_tried_again(string host)
    {
        _names["push.empty.example"] = [];
        (await SendAsync(endpoint: $"https://{host}/1")).ShouldBeOfType<WebPushOutcome.TryLater>().Reason.ShouldBe(nameof(SocketException));
    }

    [Fact]
    public async Task strangers_that_are_slow_hold_up_strangers_alone()
    {
        var slow = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _lookUp = slow.Task;
        var waiting = Enumerable.Range(0, WebPushClient.MostStrangers).Select(n => SendAsync(endpoint: $"https://push{n}.slow.example/1")).ToList();

        (await SendAsync(endpoint: "https://push.slow.example/1")).ShouldBeOfType<WebPushOutcome.TryLater>().Reason.ShouldBe("others are before it");
        waiting.ShouldAllBe(sending => !sending.IsCompleted);
        (await SendAsync()).ShouldBeOfType<WebPushOutcome.Sent>();

        slow.SetResult();
        await Task.WhenAll(waiting);
        (await SendAsync(endpoint: "https://push.slow.example/1")).ShouldBeOfType<WebPushOutcome.TryLater>().Reason.ShouldBe(nameof(SocketException));
    }

    [Fact]
    public async Task a_local_service_is_reached_at_its_own_port_alone()
    {
        using var neighbour = new TcpListener(IPAddress.Loopback, 0);
        neighbour.Start();
        var port = ((IPEndPoint)neighbour.LocalEndpoint).Port;

        (await SendAsync(endpoint: $"http://127.0.0.1:{port}/1")).ShouldBeOfType<WebPushOutcome.Gone>();
        neighbour.Pending().ShouldBeFalse();
    }

    [Fact]
    public async Task without_development_no_address_of_it_is_sent_to()
    {
        await using var services = ServicesFor();
        (await SendAsync(services)).ShouldBeOfType<WebPushOutcome.Gone>();
        _service.Messages.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Production", "LocalService", "http://127.0.0.1:9198", "development only")]
    [InlineData("Staging", "LocalService", "http://127.0.0.1:9198", "development only")]
    [InlineData("Development", "LocalService", "http://10.0.0.1", "on this machine")]
    [InlineData("Development", "LocalService", "https://push.example.org", "on this machine")]
    [InlineData("Development", "LocalService", "http://127.0.0.1/path", "on this machine")]
    [InlineData("Production", "Subject", "admin@example.org", "mailto:")]
    [InlineData("Production", "Timeout", "00:00:00", "not 0")]
    [InlineData("Production", "Keys:0", "no key", "P-256")]
    public void a_setting_that_cannot_be_is_refused(string environment, string setting, string value, string expected)
    {
        using var services = ServicesFor(environment, (setting, value));
        Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IOptions<WebPushSettings>>().Value).Message.ShouldContain(expected);
    }

    [Theory]
    [InlineData(null, null, "mailto:no-reply@localhost", false)]
    [InlineData(null, "MyBudget <budget@example.org>", "mailto:budget@example.org", true)]
    [InlineData("https://example.org/contact", "MyBudget <budget@example.org>", "https://example.org/contact", true)]
    [InlineData("mailto:admin@home.local", null, "mailto:admin@home.local", false)]
    [InlineData("https://localhost/", null, "https://localhost/", false)]
    public void the_contact_is_the_sender_of_mails_unless_there_is_another(string? subject, string? from, string contact, bool isReachable)
    {
        var mail = new MailSettings();
        PushContact.Of(new WebPushSettings { Subject = subject }, from is null ? mail : new MailSettings { From = from }).ShouldBe(new PushContact(contact, isReachable));
    }

    private Task<WebPushOutcome> SendAsync(ServiceProvider? services = null, string? endpoint = null, string? vapidKey = null, FakeBrowser? browser = null)
    {
        var given = JsonSerializer.SerializeToElement((browser ?? _browser).Subscription);
        var to = new WebPushSubscription(
            endpoint ?? given.GetProperty("endpoint").GetString()!, given.GetProperty("keys").GetProperty("p256dh").GetString()!,
            given.GetProperty("keys").GetProperty("auth").GetString()!, vapidKey ?? _key.PublicKey);
        var message = new WebPushMessage(JsonSerializer.SerializeToUtf8Bytes(new { hello = "world" }), "topic", IsUrgent: false, TimeSpan.FromMinutes(1));
        return (services ?? _services).GetRequiredService<WebPushClient>().SendAsync(to, message, TestContext.Current.CancellationToken);
    }

    private ServiceProvider ServicesFor(params (string Key, string? Value)[] settings) => ServicesFor("Development", settings);

    private ServiceProvider ServicesFor(string environment, params (string Key, string? Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        using (var key = ECDsa.Create())
        {
            key.ImportPkcs8PrivateKey(_key.ToStored(), out _);
            builder.Configuration["WebPush:Keys:0"] = key.ExportPkcs8PrivateKeyPem();
        }

        foreach (var (key, value) in settings) builder.Configuration[$"WebPush:{key}"] = value;
        builder.AddWebPush();
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton(NpgsqlDataSource.Create("Host=nowhere.invalid")).Configure<MailSettings>(_ => { });
        builder.Services.AddSingleton<ResolveHost>(async (host, cancellation) =>
        {
            if (host.EndsWith(".slow.example", StringComparison.Ordinal)) await _lookUp.WaitAsync(cancellation);
            if (_names.TryGetValue(host, out var known)) return [.. known.Select(IPAddress.Parse)];
            return IPAddress.TryParse(host, out var address) ? [address] : throw new SocketException((int)SocketError.HostNotFound);
        });
        return builder.Services.BuildServiceProvider();
    }
}

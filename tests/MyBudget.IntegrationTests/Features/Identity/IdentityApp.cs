using System.Net;
using Alba;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MyBudget.IntegrationTests.Features.Identity;

[CollectionDefinition(nameof(IdentityApp))]
public sealed class IdentityCollection : ICollectionFixture<IdentityApp>;

/// <summary>
/// A replica whose clock the tests turn and whose mail they read. Its database is its own, so that no other replica sends its mail.
/// </summary>
public sealed class IdentityApp(AppFixture app) : IAsyncLifetime
{
    public const string Password = "correct horse battery staple";

    private const string AddressHeader = "X-Test-Address";

    private readonly string _directory = Directory.CreateTempSubdirectory("mybudget-identity-").FullName;
    private int _count;

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.UtcNow);

    public IAlbaHost Host { get; private set; } = null!;

    public Mailbox Mail { get; private set; } = null!;

    public string ConnectionString { get; private set; } = string.Empty;

    /// <summary>Nobody is signed in.</summary>
    public ApiClient Anonymous => ClientOf(null);

    public async ValueTask InitializeAsync()
    {
        Mail = new Mailbox(_directory);
        ConnectionString = await app.CreateDatabaseAsync($"identity_{Guid.CreateVersion7():N}");
        Host = await StartHostAsync();
    }

    /// <summary>Another replica with the same clock, keys and mail folder, and other settings.</summary>
    public Task<IAlbaHost> StartHostAsync(params (string Key, string? Value)[] settings) => app.StartHostAsync(web =>
    {
        web.UseSetting("Database:ConnectionString", ConnectionString);
        web.UseSetting("MYBUDGET_DATA", _directory);
        foreach (var kind in new[] { "Login", "Register", "Mail", "Code", "Password", "Invite" }) web.UseSetting($"Attempts:{kind}:PerAddress", "1000000");
        foreach (var (key, value) in settings) web.UseSetting(key, value);
        web.ConfigureServices(services =>
        {
            services.AddSingleton<TimeProvider>(Time);
            services.AddSingleton<IStartupFilter, CallerAddress>();
        });
    });

    public ApiClient ClientOf(string? token, IAlbaHost? host = null) => new((host ?? Host).Server.CreateClient(), Guid.Empty, token);

    public string NewEmail() => $"user{Interlocked.Increment(ref _count)}.{Guid.CreateVersion7():N}@example.org";

    public static (string, string) From(string address) => (AddressHeader, address);

    /// <summary>A user who registered just now, and is signed in.</summary>
    public async Task<TestUser> RegisterAsync(string? email = null, string password = Password, string locale = "en")
    {
        email ??= NewEmail();
        var answer = await Anonymous.PostAsync("/api/v1/auth/register", new { email, password, displayName = "Ada", locale, timeZone = "Europe/Berlin" });
        answer.ShouldBe(HttpStatusCode.Created);
        return new TestUser(this, email, password, answer);
    }

    public Task<ApiResponse> LogInAsync(string email, string password, IAlbaHost? host = null, params (string, string)[] headers) =>
        ClientOf(null, host).PostAsync("/api/v1/auth/login", new { email, password }, headers);

    public Task<ApiResponse> RefreshAsync(string refreshToken, IAlbaHost? host = null) =>
        ClientOf(null, host).PostAsync("/api/v1/auth/refresh", new { refreshToken });

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        Mail.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    private sealed class CallerAddress : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => builder =>
        {
            builder.Use((context, rest) =>
            {
                if (IPAddress.TryParse(context.Request.Headers[AddressHeader], out var address)) context.Connection.RemoteIpAddress = address;
                return rest(context);
            });
            next(builder);
        };
    }
}

/// <summary>A user, signed in with the tokens of one answer.</summary>
public sealed class TestUser(IdentityApp app, string email, string password, ApiResponse answer)
{
    public string Email => email;

    public string Password => password;

    public Guid Id => answer.Body.GetProperty("user").GetProperty("id").GetGuid();

    public string AccessToken => answer.Body.GetProperty("accessToken").GetString()!;

    public string RefreshToken => answer.Body.GetProperty("refreshToken").GetString()!;

    public ApiClient Client => app.ClientOf(AccessToken);

    public async Task<TestUser> LogInAgainAsync(string? device = null)
    {
        var again = await app.Anonymous.PostAsync("/api/v1/auth/login", new { email, password, device });
        again.ShouldBe(HttpStatusCode.OK);
        return new TestUser(app, email, password, again);
    }

    public async Task<bool> IsSignedInAsync() => (await Client.GetAsync("/api/v1/me")).Status == HttpStatusCode.OK;
}

using System.Net;
using Alba;
using Microsoft.Net.Http.Headers;

namespace MyBudget.IntegrationTests.Features.Identity;

/// <summary>A browser as far as sessions go: all its tabs keep and send the same cookies, and say that they do.</summary>
internal sealed class Browser(IdentityApp app, params IAlbaHost[] replicas)
{
    public const string Name = "__Secure-mybudget-refresh";

    public const string InstallationName = "__Secure-mybudget-installation";

    public static readonly (string, string) Asks = ("X-MyBudget-Session", "cookie");

    private readonly Lock _jar = new();
    private int _sent;

    /// <summary>The refresh token in its jar; null where there is none.</summary>
    public string? Cookie { get; private set; }

    /// <summary>What proves that this browser was here before; it stays when the user signs out.</summary>
    public string? Installation { get; private set; }

    /// <summary>What the last answer said of the cookie.</summary>
    public SetCookieHeaderValue? Said { get; private set; }

    public async Task<(string Email, string AccessToken)> RegisterAsync()
    {
        var email = app.NewEmail();
        var answer = await PostAsync("register", new { email, password = IdentityApp.Password, displayName = "Ada" });
        return (email, answer.ShouldBe(HttpStatusCode.Created).Body.GetProperty("accessToken").GetString()!);
    }

    public Task<ApiResponse> LogInAsync(string email, string password = IdentityApp.Password) => PostAsync("login", new { email, password });

    public Task<ApiResponse> RefreshAsync() => PostAsync("refresh", "{}");

    /// <param name="path">Below <c>auth</c>.</param>
    public Task<ApiResponse> PostAsync(string path, object body, string? accessToken = null) =>
        SendAsync(HttpMethod.Post, $"/api/v1/auth/{path}", body, accessToken);

    public async Task<ApiResponse> SendAsync(HttpMethod method, string path, object? body, string? accessToken = null)
    {
        var host = replicas.Length == 0 ? app.Host : replicas[Interlocked.Increment(ref _sent) % replicas.Length];
        string[] kept = [.. Cookie is null ? [] : new[] { $"{Name}={Cookie}" }, .. Installation is null ? [] : new[] { $"{InstallationName}={Installation}" }];
        (string, string)[] cookie = kept.Length > 0 && path.StartsWith("/api/v1/auth/", StringComparison.Ordinal) ? [("Cookie", string.Join("; ", kept))] : [];
        var answer = await app.ClientOf(accessToken, host).SendAsync(method, path, body, [Asks, .. cookie]);
        lock (_jar) Keep(answer);
        return answer;
    }

    /// <summary>What it says of the refresh token.</summary>
    public static SetCookieHeaderValue? SaidBy(ApiResponse answer) => AllSaidBy(answer).SingleOrDefault(said => !IsOfInstallation(said));

    public static SetCookieHeaderValue? InstallationSaidBy(ApiResponse answer) => AllSaidBy(answer).SingleOrDefault(IsOfInstallation);

    private static IEnumerable<SetCookieHeaderValue> AllSaidBy(ApiResponse answer) =>
        answer.Headers.TryGetValues(HeaderNames.SetCookie, out var lines) ? SetCookieHeaderValue.ParseList([.. lines]) : [];

    private static bool IsOfInstallation(SetCookieHeaderValue said) => said.Name.EndsWith("mybudget-installation", StringComparison.Ordinal);

    /// <summary>Whether it takes the cookie away.</summary>
    public static bool Drops(ApiResponse answer) => SaidBy(answer) is { } said && said.Name.Value == Name && said.Path.Value == "/api/v1/auth"
        && said.Expires < DateTimeOffset.UnixEpoch.AddDays(1) && said.Value.Length == 0;

    private void Keep(ApiResponse answer)
    {
        Said = SaidBy(answer);
        if (InstallationSaidBy(answer) is { } installation) Installation = installation.Value.ToString();
        if (Said is not null) Cookie = Drops(answer) ? null : Said.Value.ToString();
    }
}

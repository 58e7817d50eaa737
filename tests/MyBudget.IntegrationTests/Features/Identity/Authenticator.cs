using System.Net;
using OtpNet;

namespace MyBudget.IntegrationTests.Features.Identity;

/// <summary>An app that makes codes, as phones have them, of a user who is signed in with it.</summary>
internal sealed class Authenticator
{
    private readonly IdentityApp _app;
    private readonly Totp _totp;

    private Authenticator(IdentityApp app, string secret) => (_app, _totp) = (app, new Totp(Base32Encoding.ToBytes(secret)));

    public Guid Id { get; private init; }

    public string Secret { get; private init; } = string.Empty;

    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    /// <summary>Adds one to the user's account.</summary>
    public static async Task<Authenticator> EnrolAsync(IdentityApp app, TestUser user, string name = "Phone")
    {
        var begun = await BeginAsync(app, user, name);
        (await begun.ConfirmAsync(user)).ShouldBe(HttpStatusCode.OK);
        return begun;
    }

    /// <summary>The first of the two steps.</summary>
    public static async Task<Authenticator> BeginAsync(IdentityApp app, TestUser user, string name = "Phone")
    {
        var begun = (await user.Client.PostAsync("/api/v1/me/factors", new { name })).ShouldBe(HttpStatusCode.Created).Body;
        var secret = begun.GetProperty("secret").GetString()!;
        return new Authenticator(app, secret) { Id = begun.GetProperty("id").GetGuid(), Secret = secret };
    }

    public async Task<ApiResponse> ConfirmAsync(TestUser user, string? code = null)
    {
        var answer = await user.Client.PostAsync($"/api/v1/me/factors/{Id}/confirmation", new { code = code ?? Code() });
        if (answer.Status == HttpStatusCode.OK && answer.Body.TryGetProperty("recoveryCodes", out var codes) && codes.ValueKind == System.Text.Json.JsonValueKind.Array)
            RecoveryCodes = [.. codes.EnumerateArray().Select(code => code.GetString()!)];
        return answer;
    }

    /// <summary>What it shows now, or what one whose clock is off shows.</summary>
    public string Code(TimeSpan off = default) => _totp.ComputeTotp((_app.Time.GetUtcNow() + off).UtcDateTime);

    /// <summary>Waits until it shows a code that was not used.</summary>
    public string NextCode()
    {
        _app.Time.Advance(TimeSpan.FromSeconds(60));
        return Code();
    }

    /// <summary>One that it does not show, now or in the next steps.</summary>
    public string WrongCode()
    {
        string[] shown = [.. Enumerable.Range(-3, 7).Select(step => Code(TimeSpan.FromSeconds(30 * step)))];
        return Enumerable.Range(0, 100).Select(number => $"{number:D6}").First(code => !shown.Contains(code));
    }
}

/// <summary>A sign-in that waits for its second step.</summary>
internal sealed record Challenged(string Challenge, string? Installation)
{
    public static async Task<Challenged> LogInAsync(IdentityApp app, TestUser user, string? installation = null, params (string, string)[] headers)
    {
        var asked = await app.Anonymous.PostAsync("/api/v1/auth/login", new { email = user.Email, password = user.Password, installation }, headers);
        return Of(asked);
    }

    public static Challenged Of(ApiResponse asked)
    {
        asked.ShouldBeProblem(HttpStatusCode.Forbidden, "auth.factor-needed");
        asked.Body.GetProperty("expiresIn").GetInt32().ShouldBe(300);
        asked.Body.TryGetProperty("accessToken", out _).ShouldBeFalse();
        return new Challenged(asked.Body.GetProperty("challenge").GetString()!, asked.Body.TryGetProperty("installation", out var own) ? own.GetString() : null);
    }

    public Task<ApiResponse> AnswerAsync(IdentityApp app, string code, params (string, string)[] headers) =>
        app.Anonymous.PostAsync("/api/v1/auth/factor", new { challenge = Challenge, code, installation = Installation }, headers);
}

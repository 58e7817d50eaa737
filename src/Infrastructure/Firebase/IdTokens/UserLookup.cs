using System.Net.Http.Headers;
using System.Text.Json.Serialization;

namespace MyBudget.Infrastructure.Firebase.IdTokens;

/// <summary>
/// Asks Identity Toolkit (<c>accounts:lookup</c>) how a user stands today. A token goes on looking good for up to an hour after its
/// user was disabled, deleted or signed out everywhere.
/// </summary>
internal sealed partial class UserLookup(
    IHttpClientFactory clients, GoogleAccess access, AuthEmulator emulator, IOptions<FirebaseSettings> settings, ILogger<UserLookup> logger)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { NumberHandling = JsonNumberHandling.AllowReadingFromString };

    /// <summary>Whether Firebase still stands by this sign-in.</summary>
    /// <exception cref="ProblemException">503: Google gives no answer, or will not tell.</exception>
    public async Task<bool> IsGoodAsync(FirebaseUser user, CancellationToken cancellationToken)
    {
        var known = await FindAsync(user.Uid, cancellationToken);
        return known is { Disabled: not true } && user.SignedInAt.ToUnixTimeSeconds() >= (known.ValidSince ?? 0);
    }

    private async Task<Account?> FindAsync(string uid, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Address);
            request.Content = JsonContent.Create(new { localId = new[] { uid } }, options: Json);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", emulator.IsOn ? "owner" : await access.TokenAsync(GoogleAccess.Identity, cancellationToken));
            using var client = clients.CreateClient(IdTokensSetup.Client);
            using var response = await client.SendAsync(request, cancellationToken);
            response.EnsureSuccessStatusCode();
            var answer = await response.Content.ReadFromJsonAsync<Answer>(Json, cancellationToken);
            return answer?.Users?.SingleOrDefault(user => user.LocalId == uid);
        }
        catch (Exception failure) when (IdTokensSetup.IsPeersFault(failure, cancellationToken) || failure is InvalidOperationException)
        {
            LogFailed((failure as HttpRequestException)?.StatusCode?.ToString() ?? failure.GetType().Name);
            throw FirebaseAuth.Unavailable(failure);
        }
    }

    private Uri Address => new(
        emulator.IdentityAddress ?? settings.Value.IdentityAddress,
        string.Create(CultureInfo.InvariantCulture, $"v1/projects/{Uri.EscapeDataString(settings.Value.ProjectId!)}/accounts:lookup"));

    [LoggerMessage(Level = LogLevel.Error, Message = "Identity Toolkit did not tell about a user: {Failure}. Sign-ins with Firebase are refused until it does")]
    private partial void LogFailed(string failure);

    private sealed record Answer(IReadOnlyList<Account>? Users);

    /// <param name="LocalId">The user's id.</param>
    /// <param name="Disabled">Absent when false.</param>
    /// <param name="ValidSince">Unix seconds, sent as a string: sign-ins before it were revoked.</param>
    private sealed record Account(string? LocalId, bool? Disabled, long? ValidSince);
}

using Microsoft.AspNetCore.Http.Json;

namespace MyBudget.Infrastructure.Firebase.Hooks;

/// <summary>Reads what the Firebase project's functions tell this server.</summary>
internal sealed class SignedHooks(IOptions<FirebaseSettings> settings, IOptions<JsonOptions> json, TimeProvider time)
{
    /// <summary>Without a secret nobody could sign, and the routes are not there.</summary>
    public bool AreOpen => settings.Value is { HookSecret.Length: > 0, ProjectId.Length: > 0 };

    /// <summary>The body, once its signature was checked over the bytes that came.</summary>
    /// <exception cref="ProblemException"><c>auth.invalid-signature</c>, 401: not signed with our secret, or not just now.</exception>
    public async Task<T> ReadAsync<T>(HttpRequest request, CancellationToken cancellationToken) where T : class
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        var bytes = body.GetBuffer().AsMemory(0, (int)body.Length);
        var (timestamp, signature) = (request.Headers[HookSignature.TimestampHeader], request.Headers[HookSignature.SignatureHeader]);
        if (!HookSignature.IsGood(settings.Value.HookSecret!, timestamp, signature, bytes.Span, time.GetUtcNow()))
            throw new ProblemException(StatusCodes.Status401Unauthorized, "auth.invalid-signature", "This request is not signed as it has to be.");

        try
        {
            return JsonSerializer.Deserialize<T>(bytes.Span, json.Value.SerializerOptions)
                   ?? throw new BadHttpRequestException("The body is null.");
        }
        catch (JsonException unreadable)
        {
            throw new BadHttpRequestException("The body cannot be read.", unreadable);
        }
    }
}

using FluentValidation.Results;

namespace MyBudget.Features.Identity;

/// <summary>
/// Asks a service whether a password is in a leak, if the operator has named one. It is sent five of the forty digits of the password's SHA-1,
/// and answers all endings that it knows, as many for each: so it learns neither the password nor whether it was found (k-anonymity, as
/// https://haveibeenpwned.com/API/v3#SearchingPwnedPasswordsByRange describes it).
/// </summary>
internal sealed partial class BreachedPasswords(HttpClient http, IOptions<PasswordSettings> settings, ILogger<BreachedPasswords> logger)
{
    private const int PrefixLength = 5;

    /// <param name="field">Where it stands in the request.</param>
    /// <param name="password">In clear.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="ValidationException">It is in a leak. A service that does not answer keeps nobody out.</exception>
    public async Task EnsureUnknownAsync(string field, string password, CancellationToken cancellationToken)
    {
        if (settings.Value.BreachService is not { Length: > 0 } service) return;
        // The service's protocol: nothing here relies on its strength.
        var digits = Convert.ToHexString(CryptographicOperations.HashData(HashAlgorithmName.SHA1, Encoding.UTF8.GetBytes(password)));
        var known = await AskAsync(new Uri($"{service.TrimEnd('/')}/{digits[..PrefixLength]}"), cancellationToken);
        if (known.Split('\n').Any(line => IsSeen(line.Trim(), digits[PrefixLength..])))
            throw new ValidationException(
                [new ValidationFailure(field, "This password is in a leak of another service; choose another.") { ErrorCode = "password-breached" }]);
    }

    /// <summary>Lines that only fill up have been seen zero times.</summary>
    private static bool IsSeen(string line, string ending) =>
        line.StartsWith(ending, StringComparison.OrdinalIgnoreCase) && line.Length > ending.Length + 1 && line[ending.Length] == ':'
        && line[(ending.Length + 1)..] != "0";

    private async Task<string> AskAsync(Uri address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Add-Padding", "true");
        try
        {
            using var answer = await http.SendAsync(request, cancellationToken);
            answer.EnsureSuccessStatusCode();
            return await answer.Content.ReadAsStringAsync(cancellationToken);
        }
        catch (Exception away) when (away is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            LogAway(away.GetType().Name);
            return string.Empty;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The service of breached passwords does not answer ({Why}); a new password was taken unasked")]
    private partial void LogAway(string why);
}

using System.Collections.Concurrent;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MyBudget.Infrastructure.Security;

/// <summary>
/// Checks a token's signature once: a client sends the same one for a quarter of an hour, and checking ES256 costs more than many
/// an answer. What changes meanwhile is asked anew each time: whether the token has expired here, whether the sign-in has ended in
/// the access check.
/// </summary>
internal sealed class KnownTokens : JsonWebTokenHandler
{
    private const int Capacity = 2_000;
    private readonly ConcurrentDictionary<string, TokenValidationResult> _known = new(StringComparer.Ordinal);

    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        // Only its end is asked for: a token that was not too early once never is again.
        if (_known.TryGetValue(token, out var known)
            && validationParameters.LifetimeValidator(null, known.SecurityToken.ValidTo, known.SecurityToken, validationParameters)) return known;

        var result = await base.ValidateTokenAsync(token, validationParameters);
        if (!result.IsValid) return result;

        if (_known.Count >= Capacity) _known.Clear();
        _known[token] = result;
        return result;
    }
}

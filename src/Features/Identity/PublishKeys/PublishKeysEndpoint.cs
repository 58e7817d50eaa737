using Microsoft.IdentityModel.Tokens;

namespace MyBudget.Features.Identity.PublishKeys;

internal static class PublishKeysEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/jwks.json", (SigningKeys keys, HttpResponse response) =>
        {
            response.Headers.CacheControl = "public, max-age=300";
            return TypedResults.Ok(new PublishedKeys([.. keys.All.Select(PublishedKey.Of)]));
        })
        .AllowAnonymous()
        .WithSummary("The public keys of access tokens, as a JSON Web Key Set (RFC 7517)");
}

/// <param name="Keys">The one that signs first, then those that only verify.</param>
internal sealed record PublishedKeys(IReadOnlyList<PublishedKey> Keys);

/// <summary>An elliptic-curve key (RFC 7518, 6.2), its public part only.</summary>
internal sealed record PublishedKey(string Kty, string Use, string Alg, string Kid, string Crv, string X, string Y)
{
    public static PublishedKey Of(ECDsaSecurityKey key)
    {
        var point = key.ECDsa.ExportParameters(includePrivateParameters: false).Q;
        return new PublishedKey(
            "EC", "sig", SecurityAlgorithms.EcdsaSha256, key.KeyId, "P-256", Base64UrlEncoder.Encode(point.X), Base64UrlEncoder.Encode(point.Y));
    }
}

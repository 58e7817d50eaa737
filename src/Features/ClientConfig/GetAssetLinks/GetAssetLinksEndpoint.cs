using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using MyBudget.Infrastructure.WebApp;

namespace MyBudget.Features.ClientConfig.GetAssetLinks;

internal static class GetAssetLinksEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/assetlinks.json", Results<Ok<AssetLink[]>, NotFound> (IOptions<AppSettings> settings, HttpResponse response) =>
        {
            if (AssetLink.Of(settings.Value.Android) is not { } link) return TypedResults.NotFound();
            response.Headers.CacheControl = "public, max-age=300";
            return TypedResults.Ok(new[] { link });
        })
        .AllowAnonymous()
        .WithSummary("The Android package that may show this server's app as its own (Digital Asset Links)")
        .Refuses(StatusCodes.Status404NotFound);
}

/// <param name="Relation">What the package may do.</param>
/// <param name="Target">The package.</param>
internal sealed record AssetLink(IReadOnlyList<string> Relation, AssetLinkTarget Target)
{
    /// <summary>Null where there is no package.</summary>
    public static AssetLink? Of(AndroidApp app) => app.Package is { Length: > 0 } package
        ? new AssetLink(
            ["delegate_permission/common.handle_all_urls"],
            new AssetLinkTarget("android_app", package, [.. app.GivenFingerprints.Select(text => text.ToUpperInvariant())]))
        : null;
}

/// <param name="Namespace">Always <c>android_app</c>.</param>
/// <param name="PackageName">Such as <c>org.example.budget</c>.</param>
/// <param name="Fingerprints">SHA-256 of the certificates that it is signed with.</param>
internal sealed record AssetLinkTarget(
    string Namespace,
    [property: JsonPropertyName("package_name")] string PackageName,
    [property: JsonPropertyName("sha256_cert_fingerprints")] IReadOnlyList<string> Fingerprints);

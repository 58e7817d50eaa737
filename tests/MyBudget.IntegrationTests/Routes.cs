using System.Net.Http.Headers;
using System.Reflection;
using Alba;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MyBudget.Infrastructure.Security;

namespace MyBudget.IntegrationTests;

/// <summary>A mapped route as the running application knows it.</summary>
public sealed record Route(string Method, string Pattern, string? Policy, Type? Endpoint, EndpointMetadataCollection Metadata)
{
    public bool IsAnonymous => Metadata.GetMetadata<IAllowAnonymous>() is not null;

    public bool IsOfLedger => Policy is Policies.LedgerViewer or Policies.LedgerEditor or Policies.LedgerOwner;

    public string Name => $"{Method} {Pattern}";

    public HttpMethod HttpMethod => HttpMethod.Parse(Method);

    public bool HasBody => Method is "POST" or "PUT" or "PATCH";

    public bool TakesPicture => Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes.Contains(Picture.MediaType) is true;

    /// <summary>A body of the right type that nobody can read; null where there is none.</summary>
    public HttpContent? Garbage()
    {
        if (!HasBody) return null;
        var isForm = Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes.Contains("multipart/form-data") is true;
        return new StringContent("{ this is not json")
        {
            Headers = { ContentType = MediaTypeHeaderValue.Parse(isForm ? "multipart/form-data; boundary=b" : TakesPicture ? Picture.MediaType : "application/json") },
        };
    }

    public static IReadOnlyList<Route> All(IAlbaHost host) =>
    [
        .. from endpoint in host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]
           select new Route(
               method, "/" + endpoint.RoutePattern.RawText?.Trim('/'),
               endpoint.Metadata.OfType<IAuthorizeData>().Select(data => data.Policy).LastOrDefault(policy => policy is not null),
               endpoint.Metadata.GetMetadata<MethodInfo>() is { } handler && handler.Module.Assembly == typeof(global::Program).Assembly
                   ? Outermost(handler.DeclaringType!)
                   : null,
               endpoint.Metadata),
    ];

    /// <summary>The path with its parameters filled in.</summary>
    public string Fill(Func<string, string> parameter) => string.Join('/', Pattern.Split('/').Select(segment =>
        segment.StartsWith('{') ? Uri.EscapeDataString(parameter(segment.Trim('{', '}').Split(':')[0])) : segment));

    public IReadOnlyList<string> Parameters =>
        [.. Pattern.Split('/').Where(segment => segment.StartsWith('{')).Select(segment => segment.Trim('{', '}').Split(':')[0])];

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}

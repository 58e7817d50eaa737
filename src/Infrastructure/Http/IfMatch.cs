using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace MyBudget.Infrastructure.Http;

/// <summary>
/// The versions a client is willing to change (<c>If-Match</c>, RFC 9110, 13.1.1). Without the header, or with <c>*</c>, any.
/// </summary>
public sealed record IfMatch(IReadOnlyList<long>? Versions) : IEndpointParameterMetadataProvider
{
    public static readonly IfMatch Any = new((IReadOnlyList<long>?)null);

    public static ValueTask<IfMatch> BindAsync(HttpContext context, ParameterInfo _)
    {
        var header = context.Request.Headers.IfMatch;
        if (header.Count == 0) return ValueTask.FromResult(Any);

        var tags = header.SelectMany(line => (line ?? string.Empty).Split(',', StringSplitOptions.TrimEntries)).ToList();
        return ValueTask.FromResult(tags.Contains("*") ? Any : new IfMatch([.. tags.Select(Version).OfType<long>()]));
    }

    /// <summary>Refuses to go on when the resource is at another version than the client saw.</summary>
    /// <exception cref="ProblemException">Answered as 412.</exception>
    public void Ensure(long version)
    {
        if (Versions is not null && !Versions.Contains(version))
            throw new ProblemException(StatusCodes.Status412PreconditionFailed, "http.precondition-failed", "The resource has changed since it was read.");
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(
            StatusCodes.Status412PreconditionFailed, typeof(ProblemDetails), ["application/problem+json"]));

    /// <summary>A weak or foreign tag matches nothing. What follows a dash counts totals, which no client edits.</summary>
    private static long? Version(string tag) =>
        tag.Length > 2 && tag[0] == '"' && tag[^1] == '"'
        && long.TryParse(tag[1..^1].Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : null;
}

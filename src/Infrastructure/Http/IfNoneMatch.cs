using Microsoft.Net.Http.Headers;

namespace MyBudget.Infrastructure.Http;

/// <summary>The tags of what a client has (<c>If-None-Match</c>, RFC 9110, 13.1.2), for who looks at them before reading what they are of.</summary>
internal sealed record IfNoneMatch(IReadOnlyList<EntityTagHeaderValue> Tags)
{
    public static IfNoneMatch Of(HttpRequest request) => new([.. request.GetTypedHeaders().IfNoneMatch]);

    public bool IsEmpty => Tags.Count == 0;

    public bool Includes(string tag)
    {
        var current = EntityTagHeaderValue.Parse(tag);
        return Tags.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(current, useStrongComparison: false));
    }
}

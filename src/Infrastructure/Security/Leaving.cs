namespace MyBudget.Infrastructure.Security;

/// <summary>The endpoint by which a member is removed: whoever a ledger's demand for a second factor shuts out can still leave by it.</summary>
internal static class Leaving
{
    private const string RouteKey = "userId";

    private sealed class Mark;

    public static TBuilder WithLeaving<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Mark());

    /// <summary>Whether the request is the user's own leaving, and nothing else.</summary>
    public static bool IsBy(HttpContext context, Guid userId) =>
        context.GetEndpoint()?.Metadata.GetMetadata<Mark>() is not null
        && Guid.TryParse(context.GetRouteValue(RouteKey)?.ToString(), out var removed) && removed == userId;
}

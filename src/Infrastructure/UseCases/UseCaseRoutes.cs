namespace MyBudget.Infrastructure.UseCases;

internal static class UseCaseRoutes
{
    private const string Suffix = "Endpoint";

    /// <summary>Maps the endpoints in this order, and names each operation after its endpoint's type.</summary>
    public static void MapUseCases(
        this RouteGroupBuilder group, params ReadOnlySpan<Func<RouteGroupBuilder, IEndpointConventionBuilder>> endpoints)
    {
        foreach (var map in endpoints) map(group).WithName(map.Method.DeclaringType!.Name[..^Suffix.Length]);
    }
}

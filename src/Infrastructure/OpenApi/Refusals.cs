namespace MyBudget.Infrastructure.OpenApi;

internal static class Refusals
{
    /// <summary>
    /// Names the problems that this operation answers because of its own rules. What follows from its policy, its body and its
    /// parameters need not be named: see <see cref="ProblemResponses"/>.
    /// </summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses) route.ProducesProblem(status);
        return route;
    }
}

namespace MyBudget.Infrastructure.Security;

/// <summary>
/// Endpoints whose first statement in the ledger checks access, instead of one before it (docs/adr/0035). To clients it is as if access had
/// been checked first: whatever else is wrong with their request is only said to who may make it.
/// </summary>
internal static class LateAccess
{
    private sealed class Mark;

    /// <summary>For what reaches the ledger by <see cref="LedgerReader"/> or <see cref="LedgerWriter"/> alone.</summary>
    public static TBuilder WithLateAccess<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new Mark());

    public static bool IsFor(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<Mark>() is not null;

    /// <summary>Answers access that is refused while a request is worked on as that which is refused before.</summary>
    public static WebApplication UseLateAccess(this WebApplication app)
    {
        app.Use((context, next) => AnswerRefusalAsync(context, next));
        return app;
    }

    private static async Task AnswerRefusalAsync(HttpContext context, RequestDelegate next)
    {
        var scope = IsFor(context) ? context.RequestServices.GetRequiredService<LedgerScope>() : null;
        var isInside = true;
        // Nothing is sent before access was granted, whatever an endpoint does.
        if (scope is not null)
        {
            context.Response.OnStarting(() => !isInside || scope.Pending is null
                ? Task.CompletedTask
                : throw new InvalidOperationException("An endpoint with late access answered without checking it."));
        }

        try
        {
            try
            {
                await next(context);
            }
            finally
            {
                isInside = false;
                if (scope?.Pending is not null && !context.Response.HasStarted)
                    await context.RequestServices.GetRequiredService<LedgerReader>().EnsureAccessAsync(context.RequestAborted);
            }
        }
        catch (AccessRefusedException refused)
        {
            AccessResultHandler.Answer(context, refused.Refusal);
        }
    }
}

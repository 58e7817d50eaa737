namespace MyBudget.Infrastructure.Http;

/// <summary>A single resource with its <c>ETag</c>.</summary>
/// <param name="Value">The representation.</param>
/// <param name="Tag">See <see cref="EntityTag"/>.</param>
/// <param name="Location">Where it was created; makes the answer a 201.</param>
public sealed record Tagged<T>(T Value, string Tag, string? Location = null) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (EntityTag.IsCurrent(httpContext, Tag)) return TypedResults.StatusCode(StatusCodes.Status304NotModified).ExecuteAsync(httpContext);
        return Location is null
            ? TypedResults.Ok(Value).ExecuteAsync(httpContext)
            : TypedResults.Created(Location, Value).ExecuteAsync(httpContext);
    }
}

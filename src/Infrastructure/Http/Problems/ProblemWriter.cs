using Microsoft.AspNetCore.Mvc;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace MyBudget.Infrastructure.Http.Problems;

/// <summary>
/// Writes a problem whatever the client said it accepts: what went wrong is of more use to it than an empty answer, and RFC 9110,
/// 12.4.1, leaves that to the server.
/// </summary>
internal sealed class ProblemWriter(IOptions<ProblemDetailsOptions> problems, IOptions<JsonOptions> json) : IProblemDetailsWriter
{
    private const string MediaType = "application/problem+json";

    public bool CanWrite(ProblemDetailsContext context) => true;

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        problems.Value.CustomizeProblemDetails?.Invoke(context);
        await context.HttpContext.Response.WriteAsJsonAsync<ProblemDetails>(
            context.ProblemDetails, json.Value.SerializerOptions, MediaType, context.HttpContext.RequestAborted);
    }
}

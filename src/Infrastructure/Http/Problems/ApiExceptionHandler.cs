using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace MyBudget.Infrastructure.Http.Problems;

/// <summary>Answers exceptions as problem details (RFC 9457); only faults of the server are logged as errors.</summary>
internal sealed partial class ApiExceptionHandler(IProblemDetailsService problems, ILogger<ApiExceptionHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        var endpoint = httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.DisplayName;
        var problem = ExceptionProblems.Of(exception);
        if (problem is null) LogFault(exception, httpContext.Request.Method, endpoint);
        else if (problem.Status == StatusCodes.Status503ServiceUnavailable) LogUnavailable(exception, endpoint);

        problem ??= new ProblemDetails { Status = StatusCodes.Status500InternalServerError };
        httpContext.Response.StatusCode = problem.Status!.Value;
        if (problem.Status == StatusCodes.Status401Unauthorized) httpContext.Response.Headers.WWWAuthenticate = "Bearer";
        if (RetryAfter(exception, problem) is { } wait)
            httpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);

        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem });
    }

    private static TimeSpan? RetryAfter(Exception exception, ProblemDetails problem) =>
        problem.Status == StatusCodes.Status503ServiceUnavailable ? TimeSpan.FromSeconds(2) : (exception as ProblemException)?.RetryAfter;

    [LoggerMessage(Level = LogLevel.Error, Message = "Unhandled fault in {Method} {Endpoint}")]
    private partial void LogFault(Exception exception, string method, string? endpoint);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What {Endpoint} needs is unavailable")]
    private partial void LogUnavailable(Exception exception, string? endpoint);
}

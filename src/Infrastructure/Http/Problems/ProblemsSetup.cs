using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace MyBudget.Infrastructure.Http.Problems;

internal static class ProblemsSetup
{
    private static readonly Dictionary<int, (string Code, string English)> Defaults = new()
    {
        [400] = ("http.bad-request", "The request could not be read."),
        [401] = ("auth.unauthenticated", "Sign in first: the access token is missing, expired or no longer good."),
        [403] = ("auth.forbidden", "Your role does not allow this."),
        [404] = ("http.not-found", "There is nothing here."),
        [405] = ("http.method-not-allowed", "This method is not supported here."),
        [406] = ("http.not-acceptable", "None of the accepted content types is available."),
        [408] = ("http.timeout", "The request took too long."),
        [412] = ("http.precondition-failed", "The resource has changed since it was read."),
        [413] = ("http.too-large", "The request is too large."),
        [415] = ("http.unsupported-media-type", "This content type is not supported here."),
        [429] = ("http.too-many-requests", "Too many requests; try again later."),
        [500] = ("http.internal", "Something went wrong on the server."),
        [503] = ("service.unavailable", "The service is briefly unavailable; try again."),
        [504] = ("http.timeout", "The request took too long."),
    };

    public static IServiceCollection AddProblems(this IServiceCollection services)
    {
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
        {
            if (context.HttpContext.Features.Get<Explanation>() is { } said)
            {
                context.ProblemDetails.Extensions.TryAdd("code", said.Code);
                context.ProblemDetails.Detail ??= Messages.Localize(said.Code, said.English);
            }

            Complete(context.ProblemDetails, context.HttpContext.Response.StatusCode, context.HttpContext.TraceIdentifier);
        });
        services.AddExceptionHandler<ApiExceptionHandler>();
        return services;
    }

    public static void UseProblems(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { SuppressDiagnosticsCallback = _ => true });
        app.UseStatusCodePages();
    }

    /// <summary>Says more of why there is no other answer than its status does.</summary>
    internal static void Explain(this HttpContext context, string code, string english) => context.Features.Set(new Explanation(code, english));

    /// <summary>Says all that a problem says, also where it is a part of an answer.</summary>
    internal static ProblemDetails Complete(ProblemDetails problem, int status = 0, string? traceId = null)
    {
        status = problem.Status ?? status;
        problem.Status = status;
        problem.Type = "about:blank";
        problem.Title = Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status);
        problem.Instance = null;
        if (Defaults.TryGetValue(status, out var known))
        {
            problem.Extensions.TryAdd("code", known.Code);
            problem.Detail ??= Messages.Localize(known.Code, known.English);
        }

        problem.Extensions["traceId"] = Activity.Current?.TraceId.ToString() ?? traceId;
        return problem;
    }

    private sealed record Explanation(string Code, string English);
}

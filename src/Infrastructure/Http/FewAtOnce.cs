using System.Security.Claims;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.IdentityModel.JsonWebTokens;

namespace MyBudget.Infrastructure.Http;

/// <summary>
/// Lets only so many requests at once to what takes a multiple of its body of memory, in this process and of each user, and several only
/// if together they are no larger than the largest. The others are refused before a byte of their body is read.
/// </summary>
internal sealed class FewAtOnce(IOptions<Limits> options)
{
    /// <summary>Most imports are done by then.</summary>
    private const string RetryAfterSeconds = "5";

    private const int Tries = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _ofUsers = new(StringComparer.Ordinal);
    private int _all;
    private long _bytes;

    public async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        var user = context.User.FindFirstValue(JwtRegisteredClaimNames.Sub) ?? string.Empty;
        var bytes = context.Request.ContentLength ?? Largest(context);
        var refusal = TryEnter(user, bytes, Largest(context));
        // Who goes on with the next file at once meets the request before, which has been answered and is about to end.
        for (var tries = 0; refusal is not null && tries < Tries; tries++)
        {
            await Task.Delay(Pause, context.RequestAborted);
            refusal = TryEnter(user, bytes, Largest(context));
        }

        if (refusal is { } refused)
        {
            context.Response.StatusCode = refused;
            context.Response.Headers.RetryAfter = RetryAfterSeconds;
            return;
        }

        try
        {
            await next(context);
        }
        finally
        {
            Leave(user, bytes);
        }
    }

    private static long Largest(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? long.MaxValue;

    /// <summary>The status of the refusal; null where there is room.</summary>
    private int? TryEnter(string user, long bytes, long largest)
    {
        lock (_lock)
        {
            var own = _ofUsers.GetValueOrDefault(user);
            if (own >= options.Value.ImportsPerUser) return StatusCodes.Status429TooManyRequests;
            if (_all >= options.Value.ImportsAtOnce || (_all > 0 && bytes > largest - _bytes)) return StatusCodes.Status503ServiceUnavailable;
            _ofUsers[user] = own + 1;
            _all++;
            _bytes += bytes;
            return null;
        }
    }

    private void Leave(string user, long bytes)
    {
        lock (_lock)
        {
            _all--;
            _bytes -= bytes;
            if (--_ofUsers[user] == 0) _ofUsers.Remove(user);
        }
    }
}

/// <summary>Marks a route that takes much memory.</summary>
internal sealed class TakesMemory;

internal static class FewAtOnceSetup
{
    public static void UseFewAtOnce(this IApplicationBuilder app)
    {
        var gate = app.ApplicationServices.GetRequiredService<FewAtOnce>();
        app.Use((context, next) => context.GetEndpoint()?.Metadata.GetMetadata<TakesMemory>() is null ? next(context) : gate.PassAsync(context, next));
    }

    public static RouteHandlerBuilder FewAtOnce(this RouteHandlerBuilder route) => route.WithMetadata(new TakesMemory())
        .ProducesProblem(StatusCodes.Status429TooManyRequests).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
}

using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.IdentityModel.JsonWebTokens;

namespace MyBudget.Infrastructure.Http;

/// <summary>
/// Lets only so many requests at once to what takes its body, or a multiple of it, of memory, in this process and of each user. The others
/// are refused before a byte of their body is read.
/// </summary>
internal sealed class FewAtOnce(TakesMemory kind, Limits limits)
{
    /// <summary>Most of them are done by then.</summary>
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
            if (own >= kind.PerUser(limits)) return StatusCodes.Status429TooManyRequests;
            var isLarge = kind.NoLargerThanOne && _all > 0 && bytes > largest - _bytes;
            if (_all >= kind.AtOnce(limits) || isLarge) return StatusCodes.Status503ServiceUnavailable;
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
/// <param name="AtOnce">How many requests of the kind this process works on at a time.</param>
/// <param name="PerUser">Those of one user.</param>
/// <param name="NoLargerThanOne">Several only if together they are no larger than the largest may be.</param>
internal sealed record TakesMemory(Func<Limits, int> AtOnce, Func<Limits, int> PerUser, bool NoLargerThanOne)
{
    /// <summary>A multiple of its file.</summary>
    public static readonly TakesMemory Import = new(limits => limits.ImportsAtOnce, limits => limits.ImportsPerUser, NoLargerThanOne: true);

    public static readonly TakesMemory Receipt = new(limits => limits.ReceiptsAtOnce, limits => limits.ReceiptsPerUser, NoLargerThanOne: false);
}

internal static class FewAtOnceSetup
{
    public static void UseFewAtOnce(this IApplicationBuilder app)
    {
        var limits = app.ApplicationServices.GetRequiredService<IOptions<Limits>>().Value;
        var gates = new ConcurrentDictionary<TakesMemory, FewAtOnce>();
        app.Use((context, next) => context.GetEndpoint()?.Metadata.GetMetadata<TakesMemory>() is { } kind
            ? gates.GetOrAdd(kind, static (kind, limits) => new FewAtOnce(kind, limits), limits).PassAsync(context, next)
            : next(context));
    }

    public static RouteHandlerBuilder FewAtOnce(this RouteHandlerBuilder route, TakesMemory kind) => route.WithMetadata(kind)
        .ProducesProblem(StatusCodes.Status429TooManyRequests).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
}

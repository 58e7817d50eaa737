using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.IdentityModel.JsonWebTokens;

namespace MyBudget.Infrastructure.Http;

/// <summary>
/// Lets only so many requests at once to what takes much memory, in this process and of each user. The others wait a while for their turn, and
/// are then refused, before a byte of their body is read.
/// </summary>
internal sealed class FewAtOnce(TakesMemory kind, Limits limits)
{
    /// <summary>Most of them are done by then.</summary>
    private const string RetryAfterSeconds = "5";

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
        for (var tries = kind.Patience(limits) / Pause; refusal is not null && tries > 0; tries--)
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

    private long Largest(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? limits.BodyBytes;

    /// <summary>The status of the refusal; null where there is room.</summary>
    private int? TryEnter(string user, long bytes, long largest)
    {
        lock (_lock)
        {
            var own = _ofUsers.GetValueOrDefault(user);
            if (own >= kind.PerUser(limits)) return StatusCodes.Status429TooManyRequests;
            var isLarge = kind.Together is { } together && _all > 0 && bytes > (together(limits) * largest) - _bytes;
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

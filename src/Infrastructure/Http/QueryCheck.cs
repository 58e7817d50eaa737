using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace MyBudget.Infrastructure.Http;

/// <summary>
/// Names what there is no such parameter for, and an optional value of the query string that cannot be read. Endpoints that are compiled with the program would refuse it
/// with an empty 400 (docs/adr/0022).
/// </summary>
internal static class QueryCheck
{
    private static readonly ConcurrentDictionary<Type, Func<string, bool>> Readers = new();

    public static WebApplication UseQueryCheck(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            if (!context.Request.QueryString.HasValue || context.GetEndpoint() is not { } endpoint) return next(context);
            QueryNames.EnsureKnown(context, endpoint);

            foreach (var parameter in endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>())
            {
                if (!parameter.IsOptional || !parameter.HasTryParse) continue;
                var type = Nullable.GetUnderlyingType(parameter.ParameterInfo.ParameterType) ?? parameter.ParameterInfo.ParameterType;
                if (context.Request.Query[parameter.Name].ToString() is { Length: > 0 } text && !Readers.GetOrAdd(type, ReaderOf)(text))
                    throw new BadHttpRequestException($"Failed to bind parameter \"{type.Name} {parameter.Name}\".");
            }

            return next(context);
        });
        return app;
    }

    private static Func<string, bool> ReaderOf(Type type) =>
        type.GetInterfaces().Any(known => known.IsGenericType && known.GetGenericTypeDefinition() == typeof(IParsable<>))
            ? typeof(QueryCheck).GetMethod(nameof(Reads), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).CreateDelegate<Func<string, bool>>()
            : _ => true;

    private static bool Reads<T>(string text) where T : IParsable<T> => T.TryParse(text, CultureInfo.InvariantCulture, out _);
}

using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.Metadata;

namespace MyBudget.Infrastructure.Http;

/// <summary>Which names an endpoint of the API reads from the query string. What is misspelt would otherwise be passed over, and a list answer everything.</summary>
internal static class QueryNames
{
    private const string Api = "api/";
    private const int MostNamed = 10;
    private static readonly ConditionalWeakTable<Endpoint, HashSet<string>> Known = [];

    /// <exception cref="ProblemException">The request has others; answered as 400 naming them.</exception>
    public static void EnsureKnown(HttpContext context, Endpoint endpoint)
    {
        if (endpoint is not RouteEndpoint { RoutePattern: { } pattern } || pattern.RawText?.TrimStart('/').StartsWith(Api, StringComparison.Ordinal) is not true) return;

        var known = Known.GetValue(endpoint, Of);
        List<string> unknown = [.. context.Request.Query.Keys.Where(name => !known.Contains(name)).Take(MostNamed)];
        if (unknown.Count == 0) return;

        var error = new FieldError("unknown-parameter", Messages.Localize("unknown-parameter", "There is no such parameter."));
        throw new ProblemException(StatusCodes.Status400BadRequest, "http.invalid", "Some values are not valid.")
        {
            Arguments = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["errors"] = unknown.ToDictionary(name => name, _ => new[] { error }, StringComparer.Ordinal),
            },
        };
    }

    /// <summary>In any case, as the binding reads them.</summary>
    public static HashSet<string> Of(Endpoint endpoint)
    {
        var path = endpoint is RouteEndpoint route ? route.RoutePattern.Parameters : [];
        return endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>()
            .SelectMany(parameter => NamesOf(parameter.ParameterInfo, parameter.Name, parameter.HasTryParse))
            .Except(path.Select(part => part.Name), StringComparer.OrdinalIgnoreCase).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> NamesOf(ParameterInfo parameter, string name, bool hasTryParse)
    {
        var type = parameter.ParameterType;
        if (parameter.IsDefined(typeof(AsParametersAttribute), inherit: true))
            return type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(member => member.CanWrite).Select(member => member.Name);
        var isElsewhere = parameter.GetCustomAttributes(inherit: true)
            .Any(attribute => attribute is IFromHeaderMetadata or IFromServiceMetadata or IFromBodyMetadata or IFromFormMetadata or IFromRouteMetadata);
        return !isElsewhere && (hasTryParse || type == typeof(string) || type.IsArray) ? [name] : [];
    }
}

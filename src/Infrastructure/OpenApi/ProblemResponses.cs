using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace MyBudget.Infrastructure.OpenApi;

/// <summary>The problems that every operation of a kind can answer, besides those it names in <c>Refuses</c>.</summary>
internal sealed class ProblemResponses : IOpenApiOperationTransformer
{
    private const string Schema = "ProblemDetails";

    private static readonly Dictionary<int, string> Meanings = new()
    {
        [400] = "The request could not be read or a value is not valid; `errors` names the fields.",
        [401] = "The access token is missing, expired or no longer good.",
        [403] = "The role does not allow this, or it is switched off: the `code` says which.",
        [404] = "There is nothing here, or it belongs to somebody else.",
        [409] = "Something in the way: the `code` says what.",
        [412] = "The resource has changed since it was read.",
        [413] = "The body is too large.",
        [415] = "The content type is not supported here.",
        [422] = "A rule would be broken: the `code` says which.",
        [426] = "The app that `X-MyBudget-Client` names is too old: `minimumVersion` would do, and `updateUrl`, where there is one, has it.",
        [429] = "Too many requests.",
        [503] = "Something that this needs gives no answer; try again.",
    };

    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Document is { } document && document.Components?.Schemas?.ContainsKey(Schema) is not true)
            document.AddComponent(Schema, await context.GetOrCreateSchemaAsync(typeof(ProblemDetails), null, cancellationToken));

        operation.Responses ??= [];
        foreach (var status in Possible(operation, context)) operation.Responses.TryAdd(status.ToString(CultureInfo.InvariantCulture), new OpenApiResponse());
        foreach (var (status, response) in operation.Responses)
        {
            if (response is not OpenApiResponse problem || !int.TryParse(status, CultureInfo.InvariantCulture, out var number) || number < 400) continue;
            problem.Description = Meanings.GetValueOrDefault(number, problem.Description ?? string.Empty);
            problem.Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(Schema, context.Document) },
            };
            if (number is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable) problem.Headers = new Dictionary<string, IOpenApiHeader> { ["Retry-After"] = RetryAfter() };
        }

        Sort(operation);
    }

    private static IEnumerable<int> Possible(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        yield return StatusCodes.Status429TooManyRequests;
        if (ClientGate.Covers($"/{context.Description.RelativePath}", metadata))
        {
            yield return StatusCodes.Status400BadRequest;
            yield return StatusCodes.Status426UpgradeRequired;
        }

        if (operation.Parameters?.Any(parameter => parameter.In == ParameterLocation.Query) is true) yield return StatusCodes.Status400BadRequest;
        if (operation.RequestBody is not null)
        {
            yield return StatusCodes.Status400BadRequest;
            yield return StatusCodes.Status413PayloadTooLarge;
            yield return StatusCodes.Status415UnsupportedMediaType;
        }

        if (metadata.OfType<IAllowAnonymous>().Any()) yield break;
        yield return StatusCodes.Status401Unauthorized;

        var policy = metadata.OfType<IAuthorizeData>().Select(data => data.Policy).LastOrDefault(name => name is not null);
        if (policy is Policies.LedgerViewer or Policies.LedgerEditor or Policies.LedgerOwner) yield return StatusCodes.Status404NotFound;
        if (policy is Policies.LedgerEditor or Policies.LedgerOwner) yield return StatusCodes.Status403Forbidden;
    }

    private static OpenApiHeader RetryAfter() => new()
    {
        Description = "Seconds to wait.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
    };

    private static void Sort(OpenApiOperation operation)
    {
        var sorted = operation.Responses!.OrderBy(response => response.Key, StringComparer.Ordinal).ToList();
        operation.Responses!.Clear();
        foreach (var (status, response) in sorted) operation.Responses.Add(status, response);
    }
}

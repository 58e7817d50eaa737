using System.Reflection;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace MyBudget.Infrastructure.OpenApi;

/// <summary>The <c>ETag</c> of single resources, and the headers that go with it.</summary>
internal sealed class ConditionalRequests : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var responses = operation.Responses ?? [];
        var reads = responses.ContainsKey("304");
        var edits = context.Description.ActionDescriptor.EndpointMetadata.OfType<MethodInfo>()
            .Any(handler => handler.GetParameters().Any(parameter => parameter.ParameterType == typeof(IfMatch)));
        if (reads) Add(operation, "If-None-Match", "The `ETag` of what the client has: 304 if that is current.");
        if (edits) Add(operation, "If-Match", "The `ETag` the client has seen: 412 if the resource has changed since.");

        foreach (var status in new[] { "200", "201" })
        {
            if ((reads || edits || status == "201") && responses.GetValueOrDefault(status) is OpenApiResponse { Content.Count: > 0 } answer)
                (answer.Headers ??= new Dictionary<string, IOpenApiHeader>())["ETag"] = ETag();
        }

        return Task.CompletedTask;
    }

    private static void Add(OpenApiOperation operation, string name, string description)
    {
        foreach (var bound in (operation.Parameters ?? []).Where(parameter => parameter.In is not ParameterLocation.Path && parameter.Name == "ifMatch").ToList())
            operation.Parameters!.Remove(bound);
        operation.AddHeader(name, description);
    }

    private static OpenApiHeader ETag() => new()
    {
        Description = "The version of the representation, for `If-Match` and `If-None-Match`.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}

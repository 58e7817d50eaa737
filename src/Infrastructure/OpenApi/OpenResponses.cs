using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace MyBudget.Infrastructure.OpenApi;

/// <summary>Requests are closed: an unknown member is refused. Answers may get new members, which clients must expect.</summary>
internal sealed class OpenResponses : IOpenApiDocumentTransformer
{
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        var schemas = document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>();
        var closed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations?.Values ?? Enumerable.Empty<OpenApiOperation>()))
        {
            foreach (var content in operation.RequestBody?.Content?.Values ?? Enumerable.Empty<OpenApiMediaType>()) Close(content.Schema, schemas, closed);
        }

        foreach (var (_, schema) in schemas.Where(schema => !closed.Contains(schema.Key)))
        {
            if (schema is OpenApiSchema open) open.AdditionalPropertiesAllowed = true;
        }

        return Task.CompletedTask;
    }

    private static void Close(IOpenApiSchema? schema, IDictionary<string, IOpenApiSchema> schemas, HashSet<string> closed)
    {
        if (schema is null) return;
        if (schema is OpenApiSchemaReference { Reference.Id: { } id })
        {
            if (closed.Add(id)) Close(schemas.TryGetValue(id, out var target) ? target : null, schemas, closed);
            return;
        }

        foreach (var name in schema.Required ?? new HashSet<string>(StringComparer.Ordinal)) EnsureValue(schema.Properties!, name);
        Close(schema.Items, schemas, closed);
        Close(schema.AdditionalProperties, schemas, closed);
        foreach (var part in schema.OneOf ?? []) Close(part, schemas, closed);
        foreach (var member in schema.Properties?.Values ?? []) Close(member, schemas, closed);
    }

    /// <summary>What a request cannot do without is never null.</summary>
    private static void EnsureValue(IDictionary<string, IOpenApiSchema> members, string name)
    {
        if (members[name] is OpenApiSchema { Type: { } type } member) member.Type = type & ~JsonSchemaType.Null;
        else if (members[name].OneOf?.FirstOrDefault(one => one.Type is not JsonSchemaType.Null) is { } only) members[name] = only;
    }
}

using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace MyBudget.Infrastructure.OpenApi;

/// <summary>Types whose JSON does not show in their members.</summary>
internal sealed class DomainSchemas : IOpenApiSchemaTransformer
{
    public async Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type == typeof(Currency)) Text(schema, "^[A-Z]{3}$", "The code of an ISO 4217 currency.", "EUR");
        else if (type == typeof(TimeOnly)) Text(schema, "^([01][0-9]|2[0-3]):[0-5][0-9]$", "A time of day.", "22:00");
        else if (type == typeof(ProblemDetails)) await Problem(schema, context, cancellationToken);
        else if (type == typeof(string)) schema.Type = OrNull(JsonSchemaType.String, context);
        else if (type == typeof(JsonObject)) schema.Type = OrNull(JsonSchemaType.Object, context);
        else if (type == typeof(object)) schema.Type = JsonSchemaType.Object;
        else if (type.IsEnum) schema.Type = JsonSchemaType.String;
        else if (context.JsonTypeInfo is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element } && schema.Items is null or OpenApiSchema { Type: null })
            schema.Items = await context.GetOrCreateSchemaAsync(element, null, cancellationToken);
        else if (context.JsonTypeInfo.Kind is JsonTypeInfoKind.Object) RequireOnlyWhatIsNeverNull(schema, context.JsonTypeInfo);
    }

    private static JsonSchemaType OrNull(JsonSchemaType type, OpenApiSchemaTransformerContext context) =>
        context.JsonPropertyInfo is { IsGetNullable: true } ? type | JsonSchemaType.Null : type;

    /// <summary>Absent is null everywhere, so what may be null may be absent.</summary>
    private static void RequireOnlyWhatIsNeverNull(OpenApiSchema schema, JsonTypeInfo type)
    {
        // What is required is taken from the constructor, whose parameters need not name the members of a base record.
        if (type.Type.BaseType is { } parent && parent != typeof(object) && parent.Assembly == type.Type.Assembly)
            schema.Required = type.Properties.Select(member => member.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var member in type.Properties.Where(member => member.IsGetNullable || Nullable.GetUnderlyingType(member.PropertyType) is not null))
            schema.Required?.Remove(member.Name);
        if (type.Type.GetCustomAttribute<RequiredMembersAttribute>(inherit: false) is { } required)
            schema.Required = new HashSet<string>(required.Names, StringComparer.Ordinal);
    }

    private static void Text(OpenApiSchema schema, string pattern, string description, string example)
    {
        schema.Type = JsonSchemaType.String;
        schema.Pattern = pattern;
        schema.Description ??= description;
        schema.Examples = [example];
    }

    private static async Task Problem(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Document is { } document && document.Components?.Schemas?.ContainsKey(nameof(FieldError)) is not true)
            document.AddComponent(nameof(FieldError), await context.GetOrCreateSchemaAsync(typeof(FieldError), null, cancellationToken));
        schema.Description = "A problem (RFC 9457). Some carry further members that their code explains.";
        schema.Required = new HashSet<string>(StringComparer.Ordinal) { "type", "title", "status", "code", "traceId" };
        schema.Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["type"] = String("Always about:blank; the code tells problems apart."),
            ["title"] = String("The name of the status."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Description = "The status." },
            ["detail"] = String("What happened, for people, in the language of the request."),
            ["code"] = String("Stable, for clients, such as accounts.name-taken."),
            ["traceId"] = String("Finds the request in the server's traces."),
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "What is wrong with which field, by its path in the request.",
                AdditionalProperties = new OpenApiSchema
                {
                    Type = JsonSchemaType.Array,
                    Items = new OpenApiSchemaReference(nameof(FieldError), context.Document),
                },
            },
        };
    }

    private static OpenApiSchema String(string description) => new() { Type = JsonSchemaType.String, Description = description };
}

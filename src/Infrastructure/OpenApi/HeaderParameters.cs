using Microsoft.OpenApi;

namespace MyBudget.Infrastructure.OpenApi;

internal static class HeaderParameters
{
    public static void AddHeader(this OpenApiOperation operation, string name, string description, string? pattern = null) =>
        (operation.Parameters ??= []).Add(new OpenApiParameter
        {
            Name = name,
            In = ParameterLocation.Header,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = pattern },
        });
}

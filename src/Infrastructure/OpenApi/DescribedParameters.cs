using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace MyBudget.Infrastructure.OpenApi;

/// <summary>Names as clients write them, and the parts of the path that no handler takes but the access check reads.</summary>
internal sealed class DescribedParameters : IOpenApiOperationTransformer
{
    private const string Chosen = "A UUID chosen by the client, so that a repeat after a lost response does nothing twice.";

    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["ledgerId"] = "The ledger.",
        ["id"] = "The resource.",
        ["userId"] = "The member.",
        ["reconciliationId"] = "The reconciliation.",
        ["withId"] = "The transaction that was joined with it.",
        ["receipts"] = "Whether the bytes of receipts are in it, in base64; false if absent.",
        ["receiptId"] = "The receipt; a UUID that the client who attaches it chooses.",
        ["name"] = "Of the file, at most 100 characters; `receipt` if absent.",
        ["code"] = "The code from the mail, or the id from the user's own list.",
        ["cursor"] = "The `nextCursor` of the page before.",
        ["limit"] = "How many at most: 1 to 200, 50 if absent.",
        ["on"] = "The day, yyyy-MM-dd; today, in the caller's time zone, if absent.",
        ["former"] = "Whether those who are no longer members are listed too, after the others; false if absent.",
        ["deleted"] = "Whether those that were deleted are listed instead; false if absent.",
        ["from"] = "The first day, yyyy-MM-dd.",
        ["to"] = "The last day, yyyy-MM-dd.",
        ["period"] = "A day in the period, yyyy-MM-dd, such as its first.",
        ["archived"] = "Only those that are, or are not; all if absent.",
        ["installationId"] = "The app's own id of its installation.",
        ["accountId"] = "The account that the entries go into.",
        ["current"] = "Whether the session of this request ends, too.",
        ["preview"] = "Whether only to look.",
        ["by"] = "Only what this user did.",
        ["kinds"] = "Only these kinds, with commas between them; all if absent.",
        ["unread"] = "Only those that are not read yet.",
    };

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var parameters = operation.Parameters ?? [];
        var named = PathNames(context.Description.RelativePath ?? string.Empty)
            .Where(name => !parameters.Any(parameter => parameter.In == ParameterLocation.Path && parameter.Name == name))
            .Select(name => (IOpenApiParameter)new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Path,
                Required = true,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" },
            });
        operation.Parameters = [.. named, .. parameters];

        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>())
        {
            if (parameter.In == ParameterLocation.Query) parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
            parameter.Description ??= parameter is { In: ParameterLocation.Query, Name: "id" } ? Chosen : Known.GetValueOrDefault(parameter.Name!);
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<string> PathNames(string path) =>
        path.Split('/').Where(segment => segment.StartsWith('{')).Select(segment => segment.Trim('{', '}').Split(':')[0]);
}

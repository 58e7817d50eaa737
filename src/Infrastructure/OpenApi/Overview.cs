using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace MyBudget.Infrastructure.OpenApi;

/// <summary>What holds for the whole document.</summary>
internal sealed class Overview : IOpenApiDocumentTransformer
{
    public const string Bearer = "bearer";

    private const string Description =
        """
        Accounts, transactions, budgets and notifications of a household, for clients that are often offline.

        Money is a signed integer in the minor unit of an ISO 4217 currency: EUR 12.50 is 1250. Dates are calendar dates, months are
        `yyyy-MM`, instants are UTC, ids are UUIDs. A client may choose the id of what it creates: the same creation sent twice is one.
        What is missing and what belongs to somebody else is the same 404. A parameter of the query string, or a member of a body, that there
        is not is a 400 that names it. A creation that is sent again after what it made was deleted is the same 201, with `deletedAt`.

        An app says in `X-MyBudget-Client` what it is; one that is older than the operator allows gets 426 from everything but
        `GET /api/v1/client-config`, which tells apps what this server offers.

        Errors are problem details (RFC 9457) with a stable `code`; their texts follow `Accept-Language` (en, ru).
        """;

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "MyBudget API",
            Version = "v1",
            Description = Description,
            License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
        };
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.AddComponent(Bearer, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "The access token of a sign-in.",
        });
        return Task.CompletedTask;
    }
}

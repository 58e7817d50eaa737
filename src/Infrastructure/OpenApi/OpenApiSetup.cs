using Microsoft.OpenApi;

namespace MyBudget.Infrastructure.OpenApi;

/// <summary>The contract at <c>/openapi/v1.json</c>, and a reference to browse at <c>/docs</c>; both are public.</summary>
internal static class OpenApiSetup
{
    private const string Document = "v1";

    public static WebApplicationBuilder AddOpenApiDocument(this WebApplicationBuilder builder)
    {
        builder.Services.AddOpenApi(Document, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.AddSchemaTransformer<DomainSchemas>();
            options.AddOperationTransformer<DescribedParameters>();
            options.AddOperationTransformer<ProblemResponses>();
            options.AddOperationTransformer<ConditionalRequests>();
            options.AddOperationTransformer<CommonDetails>();
            options.AddDocumentTransformer<Overview>();
            options.AddDocumentTransformer<OpenResponses>();
        });
        return builder;
    }

    public static WebApplication MapOpenApiDocument(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapReference();
        return app;
    }
}

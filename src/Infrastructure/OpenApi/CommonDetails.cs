using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace MyBudget.Infrastructure.OpenApi;

/// <summary>Who may call an operation, by which apps, and the language of its texts.</summary>
internal sealed class CommonDetails : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.AddHeader("Accept-Language", "The language of texts for people: en (the default) or ru.");
        if (ClientGate.Covers($"/{context.Description.RelativePath}", metadata))
        {
            operation.AddHeader(
                ClientGate.Header, "What the app is, such as `android/1.4.2`, so that one that is too old is told so with 426.", ClientApp.Pattern);
        }

        if (metadata.OfType<IAllowAnonymous>().Any()) return Task.CompletedTask;
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Overview.Bearer, context.Document)] = [] }];
        var policy = metadata.OfType<IAuthorizeData>().Select(data => data.Policy).Last(name => name is not null);
        operation.Description = $"{operation.Description}\n\nFor: {Audience(policy!)}.".Trim();
        return Task.CompletedTask;
    }

    private static string Audience(string policy) => policy switch
    {
        Security.Policies.LedgerViewer => "every member of the ledger",
        Security.Policies.LedgerEditor => "editors and owners of the ledger",
        Security.Policies.LedgerOwner => "owners of the ledger",
        _ => "whoever is signed in",
    };
}

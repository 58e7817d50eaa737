using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace MyBudget.Features.Identity;

/// <summary>What the contract says of routes that know <see cref="SessionCookie"/>.</summary>
internal static class SessionCookieContract
{
    public const string ProvesInstallation = "`cookie` from a browser: the installation is then that of its cookie, and not of the body.";

    public const string MayAskForFactor =
        "403 `auth.factor-needed`: the user has a second factor. The problem has `challenge`, which goes with a code to `auth/factor` within `expiresIn` "
        + "seconds, from the same installation: that of the request, or else the problem's `installation`.";

    private const string Json = "application/json";

    /// <summary>Answers tokens with one of these statuses.</summary>
    public static RouteHandlerBuilder AnswersTokens(this RouteHandlerBuilder route, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses) route.Produces<Tokens>(status);
        return route.TakesSessionHeader(
                "`cookie` from a browser: refresh token and installation then come as cookies that no script can read, and not in the body. Any other value is a 400.")
            .AddOpenApiOperationTransformer(DescribeTokensAsync);
    }

    /// <param name="route">The route.</param>
    /// <param name="description">What the header does here.</param>
    public static RouteHandlerBuilder TakesSessionHeader(this RouteHandlerBuilder route, string description) =>
        route.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.AddHeader(SessionCookie.Header, description, $"^{SessionCookie.Asking}$");
            return Task.CompletedTask;
        });

    private static async Task DescribeTokensAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var document = context.Document!;
        if (document.Components?.Schemas?.ContainsKey(nameof(BrowserTokens)) is not true)
        {
            var schema = await context.GetOrCreateSchemaAsync(typeof(BrowserTokens), null, cancellationToken);
            // It comes with the user written out in it.
            schema.Properties!["user"] = new OpenApiSchemaReference(nameof(User), document) { Description = "The user." };
            document.AddComponent(nameof(BrowserTokens), schema);
        }

        foreach (var status in new[] { "200", "201" })
        {
            if (operation.Responses?.GetValueOrDefault(status) is not OpenApiResponse { Content: { } content } answer) continue;
            (answer.Headers ??= new Dictionary<string, IOpenApiHeader>())["Set-Cookie"] = new OpenApiHeader
            {
                Description = $"The refresh token, and after a sign-in the installation, where `{SessionCookie.Header}` asks for it.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            };
            content[Json].Schema = new OpenApiSchema
            {
                AnyOf = [new OpenApiSchemaReference(nameof(Tokens), document), new OpenApiSchemaReference(nameof(BrowserTokens), document)],
            };
        }
    }
}

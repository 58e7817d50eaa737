namespace MyBudget.Features.ClientConfig.GetClientConfig;

internal static class GetClientConfigEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/", async (HttpResponse response, IMediator mediator, CancellationToken ct) =>
        {
            response.Headers.CacheControl = "public, max-age=60";
            return await mediator.Send(new GetClientConfig(), ct);
        })
        .WithMetadata(new AnyClient())
        .AllowAnonymous()
        .WithSummary("What an app has to know of this server before anybody signs in; apps of any age may ask")
        .Produces<ClientConfigView>()
        .Produces(StatusCodes.Status304NotModified);
}

/// <param name="MinimumVersions">The oldest versions that may use this server, by platform; 0.0.0 where all may. Older ones get 426.</param>
/// <param name="UpdateUrls">Where newer versions are, for the platforms of which the operator has said so.</param>
/// <param name="Features">What this server offers at the moment.</param>
/// <param name="Defaults">What is taken where a request leaves it out.</param>
/// <param name="Limits">What the server refuses beyond.</param>
/// <param name="WebPush">What a browser subscribes with; null where this server does not push to browsers.</param>
internal sealed record ClientConfigView(
    PlatformVersions MinimumVersions, PlatformUrls UpdateUrls, OfferedFeatures Features, ClientDefaults Defaults, ClientLimits Limits,
    WebPushOffer? WebPush);

/// <param name="Android">major.minor.patch.</param>
/// <param name="Ios">major.minor.patch.</param>
internal sealed record PlatformVersions(string Android, string Ios);

internal sealed record PlatformUrls(string? Android, string? Ios);

/// <param name="SignUp">New users may register; else <c>auth.sign-up-closed</c>.</param>
/// <param name="FirebaseSignIn"><c>POST auth/firebase</c>; else <c>auth.firebase-off</c>.</param>
/// <param name="Imports">Bank files may be imported; else <c>imports.switched-off</c>.</param>
/// <param name="Push">Notifications are pushed over FCM; for browsers see <c>webPush</c>. The inbox is filled either way.</param>
internal sealed record OfferedFeatures(bool SignUp, bool FirebaseSignIn, bool Imports, bool Push);

/// <param name="BudgetThresholds">Percentages at which a new budget warns unless it says otherwise.</param>
internal sealed record ClientDefaults(IReadOnlyList<int> BudgetThresholds);

/// <param name="BodyBytes">Of any request but an import or a receipt.</param>
/// <param name="ImportBytes">Of a bank file.</param>
/// <param name="ReceiptBytes">Of a receipt.</param>
internal sealed record ClientLimits(long BodyBytes, long ImportBytes, long ReceiptBytes);

/// <param name="PublicKey">For <c>applicationServerKey</c>, base64url. Where a subscription was made with another, the app subscribes anew.</param>
internal sealed record WebPushOffer(string PublicKey);

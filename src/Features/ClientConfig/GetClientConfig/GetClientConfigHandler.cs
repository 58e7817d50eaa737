using MyBudget.Infrastructure.Firebase;
using MyBudget.Infrastructure.Firebase.IdTokens;
using MyBudget.Infrastructure.WebPush;

namespace MyBudget.Features.ClientConfig.GetClientConfig;

internal sealed record GetClientConfig : IQuery<Tagged<ClientConfigView>>;

internal sealed class GetClientConfigHandler(
    ParameterValues values, FirebaseAuth firebaseAuth, IOptions<FirebaseSettings> firebase, VapidKeys pushKeys, IOptions<WebPushSettings> webPush,
    IOptions<Limits> limits)
    : IRequestHandler<GetClientConfig, Tagged<ClientConfigView>>
{
    private const int TagBytes = 12;

    public async Task<Tagged<ClientConfigView>> Handle(GetClientConfig request, CancellationToken cancellationToken)
    {
        var pushes = values.Of(Parameters.Push);
        var browsers = pushes && webPush.Value.Enabled ? new WebPushOffer((await pushKeys.OfferedAsync(cancellationToken)).PublicKey) : null;
        var view = new ClientConfigView(
            new PlatformVersions(values.Of(Parameters.MinimumAndroid).ToString(), values.Of(Parameters.MinimumIos).ToString()),
            new PlatformUrls(Given(Parameters.UpdateAndroid), Given(Parameters.UpdateIos)),
            new OfferedFeatures(
                values.Of(Parameters.SignUp), firebaseAuth.OffersSignIn, values.Of(Parameters.Imports),
                firebase.Value.IsOn && pushes),
            new ClientDefaults(values.Of(Parameters.BudgetThresholds)),
            new ClientLimits(limits.Value.BodyBytes, limits.Value.ImportBytes, limits.Value.ReceiptBytes), browsers);

        // The same on all replicas: it names the content, which has no version.
        var hash = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(view));
        return new Tagged<ClientConfigView>(view, $"\"{Convert.ToHexStringLower(hash.AsSpan(0, TagBytes))}\"");
    }

    private string? Given(Parameter<string> parameter) => values.Of(parameter) is { Length: > 0 } address ? address : null;
}

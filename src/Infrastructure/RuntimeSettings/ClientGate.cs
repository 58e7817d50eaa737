namespace MyBudget.Infrastructure.RuntimeSettings;

/// <summary>
/// Turns away apps that are too old, by what they say of themselves in a header, before it matters which user asks or what for.
/// Requests without the header pass: scripts and other people's clients have no version that an operator could raise.
/// </summary>
internal static class ClientGate
{
    public const string Header = "X-MyBudget-Client";

    private const string Below = "/api";

    /// <summary>Whether it holds for an endpoint.</summary>
    public static bool Covers(PathString path, IEnumerable<object>? metadata) =>
        path.StartsWithSegments(Below) && metadata?.OfType<AnyClient>().Any() is not true;

    public static void UseClientGate(this IApplicationBuilder app)
    {
        var values = app.ApplicationServices.GetRequiredService<ParameterValues>();
        app.Use((context, next) =>
        {
            if (context.Request.Headers.TryGetValue(Header, out var given) && Covers(context.Request.Path, context.GetEndpoint()?.Metadata))
                Ensure(ClientApp.Read(given.ToString()), values);
            return next(context);
        });
    }

    private static void Ensure(ClientApp? app, ParameterValues values)
    {
        if (app is null)
            throw InvalidValue.Of(Header, "client-version", "An app says its platform and version, for example android/1.4.2.");

        var (minimum, update) = app.Platform switch
        {
            "android" => (values.Of(Parameters.MinimumAndroid), values.Of(Parameters.UpdateAndroid)),
            "ios" => (values.Of(Parameters.MinimumIos), values.Of(Parameters.UpdateIos)),
            _ => (app.Version, string.Empty),
        };
        if (app.Version < minimum) throw TooOld(minimum.ToString(), update.Length == 0 ? null : update);
    }

    private static ProblemException TooOld(string minimumVersion, string? updateUrl) =>
        new(StatusCodes.Status426UpgradeRequired, "http.client-too-old",
            $"This version of the app is too old for the server: update it to {minimumVersion} or later.")
        {
            Arguments = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(minimumVersion)] = minimumVersion,
                [nameof(updateUrl)] = updateUrl,
            },
        };
}

/// <summary>Marks a route that an app of any age may use.</summary>
internal sealed class AnyClient;

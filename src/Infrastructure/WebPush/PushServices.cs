namespace MyBudget.Infrastructure.WebPush;

/// <summary>Who runs push services for browsers. Anybody else may, too, but what is amiss there is their own affair.</summary>
internal static class PushServices
{
    public const string Other = "other";

    private static readonly (string Domain, string Name)[] Known =
    [
        ("fcm.googleapis.com", "google"), ("push.services.mozilla.com", "mozilla"), ("push.apple.com", "apple"), ("notify.windows.com", "microsoft"),
    ];

    public static string NameOf(Uri endpoint, Uri? local) => PushAddress.IsAt(local, endpoint)
        ? "local"
        : Known.FirstOrDefault(service => endpoint.IdnHost == service.Domain || endpoint.IdnHost.EndsWith($".{service.Domain}", StringComparison.Ordinal)).Name ?? Other;
}

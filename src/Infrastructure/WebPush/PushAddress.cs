using System.Diagnostics.CodeAnalysis;

namespace MyBudget.Infrastructure.WebPush;

/// <summary>
/// Addresses to push to come from clients, so they are strangers': <c>https</c> on its own port at a host with a name, which leaves no
/// choice of what is reached. Where the name leads to is seen when it is connected to: <see cref="PushConnections"/>.
/// </summary>
internal static class PushAddress
{
    private const int Longest = 2048;

    public static bool IsGood([NotNullWhen(true)] string? text, Uri? local) => Read(text, local) is not null;

    /// <param name="local">The one that development may have on the same machine.</param>
    public static Uri? Read(string? text, Uri? local)
    {
        if (text is not { Length: > 0 and <= Longest } || text.Any(character => character is <= ' ' or > '~' or '\\')) return null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Fragment.Length > 0) return null;
        // A name of a user shows here even if it is empty.
        if (address.GetLeftPart(UriPartial.Authority) != OriginOf(address)) return null;

        return IsPublic(address) || IsAt(local, address) ? address : null;
    }

    public static string OriginOf(Uri address) => address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);

    /// <summary>Whether it is the same scheme, host and port.</summary>
    public static bool IsAt(Uri? origin, Uri address) =>
        origin is not null && Uri.Compare(origin, address, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;

    private static bool IsPublic(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && address.HostNameType == UriHostNameType.Dns && address.Host.Trim('.').Contains('.');
}

using System.Net;
using System.Net.Sockets;

namespace MyBudget.Infrastructure.WebPush;

/// <summary>
/// The addresses of the public internet: what the IANA registries of special-purpose addresses name is none, whichever way it is written.
/// </summary>
internal static class PublicAddresses
{
    private static readonly IPNetwork[] SpecialOfFour =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24",
            "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4",
            "240.0.0.0/4",
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>Beyond it there are loopback, link-local, unique-local and site-local addresses, multicast, and forms of IPv4.</summary>
    private static readonly IPNetwork GlobalOfSix = IPNetwork.Parse("2000::/3");

    // Teredo and other protocols, documentation, and 6to4, which hides an address of IPv4.
    private static readonly IPNetwork[] SpecialOfSix =
        [.. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20" }.Select(IPNetwork.Parse)];

    /// <summary>Where there is no IPv4, this is how a name server writes addresses of it (RFC 6052).</summary>
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    public static bool Include(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily == AddressFamily.InterNetwork) return !SpecialOfFour.Any(network => network.Contains(address));
        if (Translated.Contains(address)) return Include(new IPAddress(address.GetAddressBytes().AsSpan(12)));
        return GlobalOfSix.Contains(address) && !SpecialOfSix.Any(network => network.Contains(address));
    }
}

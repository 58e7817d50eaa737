using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace MyBudget.Infrastructure.Http;

/// <summary>Where a request comes from, as far as the network tells.</summary>
/// <param name="Network">The IPv4 address, or the /64 that an IPv6 subscriber may choose addresses from.</param>
/// <param name="Agent">What the client calls itself, at most 200 characters.</param>
public sealed record Caller(string Network, string? Agent)
{
    private const int LongestAgent = 200;

    public static ValueTask<Caller> BindAsync(HttpContext context, ParameterInfo _)
    {
        var agent = new string([.. context.Request.Headers.UserAgent.ToString().Where(character => !char.IsControl(character)).Take(LongestAgent)]);
        return ValueTask.FromResult(new Caller(NetworkOf(context.Connection.RemoteIpAddress), agent.Length == 0 ? null : agent));
    }

    internal static string NetworkOf(IPAddress? address)
    {
        if (address is null) return "local";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }

    /// <summary>A network as people write it: an IPv6 one with its colons and the length of its prefix (RFC 5952, RFC 4291).</summary>
    internal static string? Shown(string? network)
    {
        if (network is not { Length: 16 } || !network.All(char.IsAsciiHexDigit)) return network;
        return $"{new IPAddress([.. Convert.FromHexString(network), .. new byte[8]])}/64";
    }
}

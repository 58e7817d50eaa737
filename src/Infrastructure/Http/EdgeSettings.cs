using System.Net;

namespace MyBudget.Infrastructure.Http;

/// <summary>Configuration section <c>Edge</c>: who stands in front of the server.</summary>
public sealed class EdgeSettings
{
    public const string Section = "Edge";

    /// <summary>
    /// The networks of the reverse proxy, with commas between them (<c>10.20.0.0/24, fd00:20::/64</c>). Only what comes from there is
    /// believed about the client's address and scheme.
    /// </summary>
    public string? Networks { get; set; }

    /// <summary>Null where one of them cannot be read.</summary>
    internal IReadOnlyList<IPNetwork>? Parse()
    {
        var texts = (Networks ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return texts.All(text => IPNetwork.TryParse(text, out _)) ? [.. texts.Select(text => IPNetwork.Parse(text))] : null;
    }
}

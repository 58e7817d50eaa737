using YamlDotNet.RepresentationModel;

namespace MyBudget.Tests.Deployment;

/// <summary>What Traefik reads: its files, and the labels of the services.</summary>
internal static class TraefikFiles
{
    public const string Static = "traefik/traefik.yml";

    public static readonly IReadOnlyList<string> Dynamic = DeploymentFiles.In("traefik/dynamic", "*.yml");

    /// <summary>The routes of one small server, which has no Swarm to read labels from.</summary>
    public const string SingleServer = "traefik/single-server/routes.yml";

    /// <summary>Those, and the certificate that it may have of its own.</summary>
    public static readonly IReadOnlyList<string> OfSingleServer = DeploymentFiles.In("traefik/single-server", "*.yml");

    public static readonly IReadOnlyList<StackService> Labelled =
        [.. StackFiles.Stacks.SelectMany(StackFiles.ServicesOf).Where(service => service.Labels.ContainsKey("traefik.enable"))];

    /// <summary>Middlewares of the files, by name.</summary>
    public static readonly IReadOnlyDictionary<string, YamlNode> Middlewares = Dynamic
        .SelectMany(file => DeploymentFiles.Yaml(file).At("http", "middlewares").Entries()).ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);

    /// <summary>Options of TLS, by name.</summary>
    public static readonly IReadOnlyDictionary<string, YamlNode> TlsOptions = Dynamic
        .SelectMany(file => DeploymentFiles.Yaml(file).At("tls", "options").Entries()).ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);

    /// <summary>Routers of labels and files.</summary>
    public static readonly IReadOnlyList<TraefikRouter> Routers =
    [
        .. Labelled.SelectMany(service => service.Labels.Keys.Where(key => key.StartsWith(Prefix, StringComparison.Ordinal) && key.EndsWith(".rule", StringComparison.Ordinal))
            .Select(key => FromLabels(service, key[Prefix.Length..^".rule".Length]))),
        .. Dynamic.SelectMany(file => DeploymentFiles.Yaml(file).At("http", "routers").Entries().Select(entry => new TraefikRouter(
            entry.Key, entry.Value.At("rule").Scalar()!, 0, [.. entry.Value.At("entryPoints").Items().Select(item => item.Scalar()!)],
            entry.Value.At("service").Scalar()!, [.. entry.Value.At("middlewares").Items().Select(item => $"{item.Scalar()}@file")]))),
    ];

    private const string Prefix = "traefik.http.routers.";

    /// <summary>The middlewares that a request passes, chains taken apart.</summary>
    public static IEnumerable<string> Passed(IEnumerable<string> middlewares) => middlewares.SelectMany(name =>
    {
        var plain = name.Replace("@file", string.Empty, StringComparison.Ordinal);
        var chain = Middlewares.TryGetValue(plain, out var middleware) ? middleware.At("chain", "middlewares") : null;
        return chain is null ? [plain] : Passed(chain.Items().Select(item => item.Scalar()!));
    });

    /// <summary>All leaves with their paths. An empty mapping and a list are leaves.</summary>
    public static IEnumerable<(string Path, string? Value)> Leaves(YamlNode node, string path = "") => node is YamlMappingNode { Children.Count: > 0 }
        ? node.Entries().SelectMany(entry => Leaves(entry.Value, path.Length == 0 ? entry.Key : $"{path}/{entry.Key}"))
        : [(path, node.Scalar())];

    private static TraefikRouter FromLabels(StackService service, string name)
    {
        string Of(string key) => service.Labels.GetValueOrDefault($"{Prefix}{name}.{key}", string.Empty);
        // Compose writes a dollar sign as two.
        return new(name, Of("rule").Replace("$$", "$", StringComparison.Ordinal), int.TryParse(Of("priority"), System.Globalization.CultureInfo.InvariantCulture, out var priority) ? priority : 0,
            Of("entrypoints").Split(','), Of("service"), Of("middlewares").Split(','));
    }
}

internal sealed record TraefikRouter(
    string Name, string Rule, int Priority, IReadOnlyList<string> EntryPoints, string Service, IReadOnlyList<string> Middlewares);

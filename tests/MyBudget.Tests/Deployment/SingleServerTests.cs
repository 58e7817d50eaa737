using MyBudget.Tests.Architecture;
using YamlDotNet.RepresentationModel;

namespace MyBudget.Tests.Deployment;

/// <summary>One small server promises what the Swarm does.</summary>
public sealed class SingleServerTests
{
    /// <summary>What only a Swarm, or somebody who watches, has a use for.</summary>
    private static readonly string[] OfTheSwarm = ["providers/swarm", "providers/providersThrottleDuration", "api/", "metrics/", "log/level", "accessLog/bufferingSize", "accessLog/fields/defaultMode", "accessLog/fields/headers/names"];

    private static readonly YamlNode Traefik = StackFiles.ServicesOf(StackFiles.Compose).Single(service => service.Name == "traefik").Node;

    private static readonly Dictionary<string, string> Flags = Traefik.At("command").Items().Select(flag => flag.Scalar()![2..].Split('=', 2))
        .ToDictionary(flag => flag[0].Replace('.', '/'), flag => flag[1], StringComparer.OrdinalIgnoreCase);

    [Fact]
    public void traefik_is_started_with_what_its_file_says_elsewhere() => TraefikFiles.Leaves(DeploymentFiles.Yaml(TraefikFiles.Static))
        .Where(leaf => !OfTheSwarm.Any(prefix => leaf.Path.StartsWith(prefix, StringComparison.Ordinal))).ToList()
        .ShouldAllObey(leaf => Flags.TryGetValue(leaf.Path, out var value) && (value == leaf.Value || leaf.Value is null or "" || leaf.Value.Contains("{{", StringComparison.Ordinal))
            ? null : $"{leaf.Path}: {leaf.Value}, and here {value ?? "nothing"}");

    [Fact]
    public void it_is_the_same_traefik() => Traefik.At("image").Scalar().ShouldBe(StackFiles.Service("traefik").Image);

    [Fact]
    public void routes_are_the_same()
    {
        var routers = DeploymentFiles.Yaml(TraefikFiles.SingleServer).At("http", "routers").Entries().ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
        TraefikFiles.Routers.Where(router => router.Service == "api").ToList().ShouldAllObey(router =>
            routers.TryGetValue(router.Name, out var here)
            && here.At("rule").Scalar() == router.Rule.Replace("${MYBUDGET_HOST}", "{{ env \"MYBUDGET_HOST\" }}", StringComparison.Ordinal)
            && here.At("priority").Scalar() == router.Priority.ToString(System.Globalization.CultureInfo.InvariantCulture)
            && here.At("middlewares").Items().Select(item => $"{item.Scalar()}@file").SequenceEqual(router.Middlewares)
                ? null : $"{router.Name}: {router.Rule}");
    }

    [Fact]
    public void no_container_has_dockers_socket() => DeploymentFiles.Text(StackFiles.Compose).ShouldNotContain("docker.sock");
}

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

    /// <summary>Compose takes a service that it does not know for one more.</summary>
    [Theory]
    [InlineData("docker/single-server/compose.proxy.yml")]
    [InlineData("docker/single-server/compose.certificate.yml")]
    public void what_is_laid_over_it_changes_services_that_there_are(string file)
    {
        var known = StackFiles.ServicesOf(StackFiles.Compose).Select(service => service.Name).ToList();
        StackFiles.ServicesOf(file).ToList().ShouldAllObey(service => known.Contains(service.Name) ? null : service.ToString());
        DeploymentFiles.Text("docker/single-server/.env.example").ShouldContain($"COMPOSE_FILE=compose.yml:{Path.GetFileName(file)}");
    }

    [Fact]
    public void behind_a_proxy_of_ones_own_only_this_machine_reaches_the_api()
    {
        var services = StackFiles.ServicesOf("docker/single-server/compose.proxy.yml").ToDictionary(service => service.Name, service => service.Node, StringComparer.Ordinal);
        services["traefik"].At("profiles").Items().ShouldHaveSingleItem();
        services["api"].At("ports").Items().ShouldHaveSingleItem().Scalar().ShouldBe("127.0.0.1:${MYBUDGET_PORT:-8080}:8080");
        services.Values.SelectMany(service => service.At("environment").Entries()).ShouldBeEmpty("the proxy is seen in the edge network, which is believed already");
    }

    [Fact]
    public void a_certificate_of_ones_own_is_where_traefik_looks_for_it()
    {
        var service = StackFiles.ServicesOf("docker/single-server/compose.certificate.yml").Single().Node;
        var volume = service.At("volumes").Items().ShouldHaveSingleItem().Scalar()!.Split(':');
        Path.GetFullPath(Path.Combine(Product.Folder, "docker/single-server", volume[0])).ShouldBe(Path.Combine(Product.Folder, "traefik/single-server/certificate.yml"));
        volume[1].ShouldStartWith($"{Flags["providers/file/directory"]}/");

        var certificate = DeploymentFiles.Yaml("traefik/single-server/certificate.yml").At("tls", "certificates").Items().ShouldHaveSingleItem();
        certificate.Entries().Select(entry => entry.Value.Scalar()!["/run/secrets/".Length..])
            .ShouldBe(StackFiles.Names(service.At("secrets")), ignoreOrder: true);
        DeploymentFiles.Yaml("docker/single-server/compose.certificate.yml").At("secrets").Entries().Select(entry => entry.Value.At("file").Scalar())
            .ShouldBe(StackFiles.Names(service.At("secrets")).Select(name => $"secrets/{name}"), ignoreOrder: true);
    }

    [Fact]
    public void no_container_has_dockers_socket() => DeploymentFiles.Text(StackFiles.Compose).ShouldNotContain("docker.sock");
}

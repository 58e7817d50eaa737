using System.Text.RegularExpressions;
using MyBudget.Tests.Architecture;
using YamlDotNet.RepresentationModel;

namespace MyBudget.Tests.Deployment;

/// <summary>What a stack file names is there.</summary>
public sealed partial class StackReferenceTests
{
    /// <summary>An overlay may lean on the core stack, after which it is given.</summary>
    private static readonly string[] WithCore = [.. StackFiles.Stacks.Where(file => file is not (StackFiles.Core or StackFiles.Observability))];

    [Theory]
    [InlineData("networks")]
    [InlineData("secrets")]
    [InlineData("configs")]
    public void what_a_service_names_is_declared(string kind) => StackFiles.All.SelectMany(StackFiles.ServicesOf)
        .SelectMany(service => StackFiles.Names(service.Node.At(kind)).Select(name => (Service: service, Name: name))).ToList()
        .ShouldAllObey(used => Declared(used.Service.File, kind).Contains(used.Name) ? null : $"{used.Service}: {kind} {used.Name}");

    [Theory]
    [InlineData("networks")]
    [InlineData("secrets")]
    [InlineData("configs")]
    public void what_is_declared_is_used(string kind) => StackFiles.Stacks
        .SelectMany(file => DeploymentFiles.Yaml(file).At(kind).Entries().Select(entry => (File: file, entry.Key))).ToList()
        .ShouldAllObey(declared => StackFiles.ServicesOf(declared.File).Any(service => StackFiles.Names(service.Node.At(kind)).Contains(declared.Key))
            ? null : $"{declared.File}: {kind} {declared.Key}");

    [Fact]
    public void a_named_volume_is_declared() => StackFiles.All.SelectMany(StackFiles.ServicesOf)
        .SelectMany(service => service.Node.At("volumes").Items().Select(item => (Service: service, Name: SourceOf(item))))
        .Where(volume => volume.Name.Length > 0 && !volume.Name.StartsWith('/') && !volume.Name.StartsWith('.') && !volume.Name.StartsWith("${", StringComparison.Ordinal)).ToList()
        .ShouldAllObey(volume => Declared(volume.Service.File, "volumes").Contains(volume.Name) ? null : $"{volume.Service}: volume {volume.Name}");

    [Fact]
    public void a_config_is_a_file_whose_hash_is_in_its_name() => StackFiles.Stacks
        .SelectMany(file => DeploymentFiles.Yaml(file).At("configs").Entries().Select(entry => (File: file, entry.Key, entry.Value))).ToList()
        .ShouldAllObey(config =>
        {
            var name = config.Value.At("name").Scalar() ?? string.Empty;
            if (!name.Contains($"_{config.Key}_${{{config.Key.ToUpperInvariant()}_SHA:?", StringComparison.Ordinal)) return $"{config.File}: {config.Key} is named {name}";
            return File.Exists(Path.Combine(Product.Folder, Path.GetDirectoryName(config.File)!, config.Value.At("file").Scalar() ?? "nothing")) ? null : $"{config.File}: {config.Key} has no file";
        });

    [Fact]
    public void the_sample_environment_has_every_setting_that_must_be_there() => StackFiles.Stacks
        .SelectMany(file => Required().Matches(DeploymentFiles.Text(file)).Select(match => (File: file, Name: match.Groups["name"].Value)))
        .Where(setting => !setting.Name.EndsWith("_SHA", StringComparison.Ordinal)).ToList()
        .ShouldAllObey(setting => $"\n{DeploymentFiles.Text("docker/swarm/stack.env.example")}".Contains($"\n{setting.Name}=", StringComparison.Ordinal)
            || DeploymentFiles.Text("docker/swarm/stack.env.example").Contains($"\n#{setting.Name}=", StringComparison.Ordinal)
            ? null : $"{setting.File}: {setting.Name}");

    [Fact]
    public void nothing_of_traefiks_sees_the_docker_socket()
    {
        var holders = StackFiles.SwarmServices
            .Where(service => service.Node.At("volumes").Items().Any(item => SourceOf(item).EndsWith("docker.sock", StringComparison.Ordinal))).ToList();
        holders.ShouldAllObey(service => service.Name == "socket-proxy" ? null : service.ToString());
        var proxy = StackFiles.Service("socket-proxy");
        proxy.Node.At("environment", "POST").Scalar().ShouldBe("0");
        proxy.Node.At("environment").Entries().Where(entry => entry.Value.Scalar() == "1").Select(entry => entry.Key)
            .ShouldBe(["PING", "VERSION", "SERVICES", "TASKS", "NODES", "NETWORKS"], ignoreOrder: true);
        StackFiles.Names(proxy.Node.At("networks")).ShouldBe(["socket"]);
        DeploymentFiles.Yaml(StackFiles.Core).At("networks", "socket", "internal").Scalar().ShouldBe("true");
        StackFiles.SwarmServices.Where(service => StackFiles.Names(service.Node.At("networks")).Contains("socket")).Select(service => service.Name)
            .ShouldBe(["traefik", "socket-proxy"], ignoreOrder: true);
    }

    private static HashSet<string> Declared(string file, string kind)
    {
        var names = DeploymentFiles.Yaml(file).At(kind).Entries().Select(entry => entry.Key);
        if (WithCore.Contains(file)) names = names.Concat(DeploymentFiles.Yaml(StackFiles.Core).At(kind).Entries().Select(entry => entry.Key));
        return [.. names, .. kind == "networks" ? ["default"] : Array.Empty<string>()];
    }

    private static string SourceOf(YamlNode volume) => volume.Scalar() is { } text ? text.Split(':')[0] : volume.At("source").Scalar() ?? string.Empty;

    [GeneratedRegex(@"\$\{(?<name>[A-Z0-9_]+):\?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Required();
}

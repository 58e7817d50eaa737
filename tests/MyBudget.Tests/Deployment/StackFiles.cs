using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace MyBudget.Tests.Deployment;

/// <summary>The stack files of <c>docker/</c>: of one server, of the Swarm and of what watches it.</summary>
internal static partial class StackFiles
{
    /// <summary>Docker Compose reads this one; it has no <c>deploy</c> of a Swarm.</summary>
    public const string Compose = "docker/single-server/compose.yml";

    public const string Core = "docker/swarm/stack.yml";
    public const string Observability = "docker/observability/stack.yml";

    public static readonly IReadOnlyList<string> Stacks = [.. DeploymentFiles.In("docker/swarm", "stack*.yml"), Observability];

    public static readonly IReadOnlyList<string> All = [.. Stacks, Compose];

    /// <summary>Services that a file defines, and not those of another file of which it says more.</summary>
    public static readonly IReadOnlyList<StackService> Services = [.. All.SelectMany(ServicesOf).Where(service => service.Image is not null)];

    public static readonly IReadOnlyList<StackService> SwarmServices = [.. Services.Where(service => service.File != Compose)];

    public static IEnumerable<StackService> ServicesOf(string file) =>
        DeploymentFiles.Yaml(file).At("services").Entries().Select(entry => new StackService(file, entry.Key, entry.Value));

    public static StackService Service(string name) => ServicesOf(Core).Single(service => service.Name == name);

    /// <summary>A list of names, or of mappings whose <c>source</c> is the name, or a mapping by name.</summary>
    public static IEnumerable<string> Names(YamlNode? node) => node is YamlMappingNode
        ? node.Entries().Select(entry => entry.Key)
        : node.Items().Select(item => item.Scalar() ?? item.At("source").Scalar() ?? string.Empty);

    /// <summary><c>10s</c>, <c>2m</c>, <c>1h</c>.</summary>
    public static TimeSpan Duration(string text)
    {
        var parts = Durations().Matches(text);
        parts.ShouldNotBeEmpty($"{text} is no duration");
        return parts.Aggregate(TimeSpan.Zero, (sum, part) => sum + (part.Groups["unit"].Value switch
        {
            "ms" => TimeSpan.FromMilliseconds(Number(part)),
            "s" => TimeSpan.FromSeconds(Number(part)),
            "m" => TimeSpan.FromMinutes(Number(part)),
            _ => TimeSpan.FromHours(Number(part)),
        }));
    }

    private static int Number(Match part) => int.Parse(part.Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("(?<number>[0-9]+)(?<unit>ms|s|m|h)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Durations();
}

/// <param name="File">Where it is defined.</param>
/// <param name="Name">Its key.</param>
/// <param name="Node">Its settings.</param>
internal sealed record StackService(string File, string Name, YamlNode Node)
{
    public string? Image => Node.At("image").Scalar();

    public bool IsJob => Node.At("deploy", "mode").Scalar()?.EndsWith("job", StringComparison.Ordinal) == true;

    /// <summary>Labels of the service, which Traefik reads.</summary>
    public IReadOnlyDictionary<string, string> Labels => Node.At("deploy", "labels").Entries()
        .ToDictionary(entry => entry.Key, entry => entry.Value.Scalar() ?? string.Empty, StringComparer.Ordinal);

    public override string ToString() => $"{File}: {Name}";
}

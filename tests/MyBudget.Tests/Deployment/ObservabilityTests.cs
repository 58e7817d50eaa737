using System.Text.Json;
using System.Text.RegularExpressions;
using MyBudget.Tests.Architecture;
using YamlDotNet.RepresentationModel;

namespace MyBudget.Tests.Deployment;

/// <summary>What alerts and dashboards ask for is something that somebody says.</summary>
public sealed partial class ObservabilityTests
{
    private const string Folder = "docker/observability";

    private static readonly IReadOnlyList<string> RuleFiles = DeploymentFiles.In($"{Folder}/prometheus/rules", "*.yml");
    private static readonly IReadOnlyList<string> Dashboards = DeploymentFiles.In($"{Folder}/grafana/dashboards", "*.json");

    private static readonly List<YamlNode> Rules = [.. RuleFiles
        .SelectMany(file => DeploymentFiles.Yaml(file).At("groups").Items()).SelectMany(group => group.At("rules").Items())];

    private static readonly List<YamlNode> Alerts = [.. Rules.Where(rule => rule.At("alert") is not null)];

    [Fact]
    public void an_alert_says_how_much_it_matters_and_what_is_wrong() => Alerts.ShouldAllObey(alert =>
        alert.At("labels", "severity").Scalar() is "page" or "ticket" or "none" && alert.At("annotations", "summary").Scalar() is { Length: > 10 } ? null : Name(alert));

    [Fact]
    public void the_handbook_says_what_to_do_about_each_alert()
    {
        var handbook = DeploymentFiles.Text("docs/operations/observability.md");
        Alerts.ShouldAllObey(alert => handbook.Contains($"| `{Name(alert)}` |", StringComparison.Ordinal) ? null : Name(alert));
    }

    [Fact]
    public void an_alert_has_a_test()
    {
        var tests = string.Concat(DeploymentFiles.In($"{Folder}/prometheus/tests", "*.test.yml").Select(DeploymentFiles.Text));
        Alerts.ShouldAllObey(alert => Regex.IsMatch(tests, $"alertname: {Name(alert)}(\n|, exp_alerts: \\[\\{{)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)) ? null : Name(alert));
    }

    [Fact]
    public void metrics_of_ours_that_are_asked_for_are_measured()
    {
        var measured = Measured();
        var asked = Expressions().SelectMany(expression => Ours().Matches(expression).Select(match => match.Value))
            .Select(name => Suffix().Replace(name, string.Empty)).Distinct(StringComparer.Ordinal).ToList();
        asked.Count.ShouldBeGreaterThan(10);
        asked.ShouldAllObey(name => measured.Contains(name) ? null : name);
    }

    [Fact]
    public void recorded_series_that_are_asked_for_are_recorded()
    {
        var recorded = Rules.Select(rule => rule.At("record").Scalar()).OfType<string>().ToHashSet(StringComparer.Ordinal);
        Expressions().SelectMany(expression => Recorded().Matches(expression).Select(match => match.Value)).ToList()
            .ShouldAllObey(name => recorded.Contains(name) ? null : name);
    }

    [Fact]
    public void a_dashboard_asks_a_source_that_is_there()
    {
        var sources = DeploymentFiles.Yaml($"{Folder}/grafana/provisioning/datasources/mybudget.yml").At("datasources").Items()
            .Select(source => source.At("uid").Scalar()).ToHashSet(StringComparer.Ordinal);
        Dashboards.SelectMany(file => Panels(file).SelectMany(panel => panel.GetProperty("targets").EnumerateArray())
                .Select(target => (File: file, Uid: target.GetProperty("datasource").GetProperty("uid").GetString()))).ToList()
            .ShouldAllObey(target => sources.Contains(target.Uid) ? null : $"{target.File}: {target.Uid}");
    }

    [Fact]
    public void every_dashboard_and_every_rule_is_mounted()
    {
        var mounted = DeploymentFiles.Yaml(StackFiles.Observability).At("configs").Entries().Select(config => config.Value.At("file").Scalar()).ToHashSet(StringComparer.Ordinal);
        Dashboards.Concat(RuleFiles).ToList().ShouldAllObey(file => mounted.Contains($"./{Path.GetRelativePath(Folder, file).Replace('\\', '/')}") ? null : file);
    }

    [Fact]
    public void prometheus_asks_services_that_are_there() => DeploymentFiles.Yaml($"{Folder}/prometheus/prometheus.yml").At("scrape_configs").Items()
        .SelectMany(job => job.At("dns_sd_configs").Items()).SelectMany(target => target.At("names").Items()).Select(name => name.Scalar()!).ToList()
        .ShouldAllObey(name => StackFiles.SwarmServices.Any(service => name == $"tasks.{service.Name}" && StackFiles.Names(service.Node.At("networks")).Contains("obs")) ? null : name);

    [Fact]
    public void what_watches_keeps_only_so_much()
    {
        StackFiles.ServicesOf(StackFiles.Observability).Single(service => service.Name == "prometheus").Node.At("command").Items()
            .Select(item => item.Scalar()).ShouldContain("--storage.tsdb.retention.time=30d");
        DeploymentFiles.Yaml($"{Folder}/loki/config.yml").At("limits_config", "retention_period").Scalar().ShouldBe("30d");
        DeploymentFiles.Yaml($"{Folder}/loki/config.yml").At("compactor", "retention_enabled").Scalar().ShouldBe("true");
        DeploymentFiles.Yaml($"{Folder}/tempo/config.yml").At("backend_worker", "compaction", "block_retention").Scalar().ShouldBe("168h");
    }

    private static IEnumerable<string> Expressions() =>
    [
        .. Rules.Select(rule => rule.At("expr").Scalar()!),
        .. Dashboards.SelectMany(Panels).SelectMany(panel => panel.GetProperty("targets").EnumerateArray()).Select(target => target.GetProperty("expr").GetString()!),
    ];

    private static IEnumerable<JsonElement> Panels(string file) => JsonDocument.Parse(DeploymentFiles.Text(file)).RootElement.GetProperty("panels").EnumerateArray();

    /// <summary>Instruments of the source, as Prometheus writes them, and what the backup service says.</summary>
    private static HashSet<string> Measured() =>
    [
        .. Product.Files.SelectMany(file => Instrument().Matches(file.Text).Select(match => match.Groups["name"].Value.Replace('.', '_'))),
        .. DeploymentFiles.In("docker/postgres/backup/mybudget_backup", "*.py").SelectMany(file => BackupMetric().Matches(DeploymentFiles.Text(file)).Select(match => $"mybudget_backup_{match.Groups["name"].Value}")),
    ];

    private static string Name(YamlNode alert) => alert.At("alert").Scalar()!;

    // A name in quotes is a service's, not a metric's.
    [GeneratedRegex(@"(?<!"")\bmybudget_[a-z_]+\b", RegexOptions.None, 1000)]
    private static partial Regex Ours();

    [GeneratedRegex(@"\b(edge|api):[a-z0-9_:]+\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Recorded();

    // The unit of those measured in seconds, and the ending of counters.
    [GeneratedRegex("(?<=mybudget_outbox_age|mybudget_daemon_age|mybudget_retention_last_success_timestamp)_seconds$|(?<!mybudget_backup.*)_total$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Suffix();

    [GeneratedRegex(@"""(?<name>mybudget\.[a-z._]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Instrument();

    [GeneratedRegex(@"metric\(\s*""(?<name>[a-z_]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BackupMetric();
}

using System.Text.RegularExpressions;
using MyBudget.Tests.Architecture;

namespace MyBudget.Tests.Deployment;

/// <summary>What every service of every stack owes to the server it runs on.</summary>
public sealed partial class StackRulesTests
{
    /// <summary>Swarm leaves these out without a word, so a stack that has them is not what it says.</summary>
    private static readonly string[] LeftOut =
        ["tmpfs", "shm_size", "security_opt", "build", "restart", "depends_on", "container_name", "links", "devices", "privileged", "userns_mode", "cgroup_parent"];

    private static readonly string[] OfOurs = ["docker/Dockerfile", "docker/postgres/Dockerfile"];

    /// <summary>Called a token, and no secret: it tells clusters of etcd apart.</summary>
    private const string NameOfCluster = "ETCD_INITIAL_CLUSTER_TOKEN";

    [Fact]
    public void an_image_is_one_exact_image() => StackFiles.Services.ShouldAllObey(service =>
        // Ours come with their digest in the environment; what they may be by default is nobody's business but theirs.
        service.Image!.StartsWith("${MYBUDGET_", StringComparison.Ordinal) || Pinned().IsMatch(service.Image!) ? null : $"{service}: {service.Image}");

    [Fact]
    public void a_log_does_not_fill_the_disk() => StackFiles.Services.ShouldAllObey(service =>
        service.Node.At("logging", "driver").Scalar() == "json-file"
        && service.Node.At("logging", "options", "max-size").Scalar() is { } size && size.EndsWith('m')
        && service.Node.At("logging", "options", "max-file").Scalar() is not null ? null : service.ToString());

    [Fact]
    public void the_collector_can_tell_whose_log_it_reads() => StackFiles.SwarmServices.ShouldAllObey(service =>
        service.Node.At("logging", "options", "tag").Scalar() == "{{.Name}}/{{.ID}}" ? null : service.ToString());

    [Fact]
    public void nothing_takes_more_than_its_share() => StackFiles.SwarmServices.ShouldAllObey(service =>
    {
        var limits = service.Node.At("deploy", "resources", "limits");
        return new[] { "cpus", "memory", "pids" }.All(limit => limits?.At(limit) is not null)
               && service.Node.At("deploy", "resources", "reservations", "memory") is not null ? null : service.ToString();
    });

    [Fact]
    public void a_container_writes_to_its_volumes_alone() => StackFiles.Services.ShouldAllObey(service =>
        service.Node.At("read_only").Scalar() == "true" ? null : service.ToString());

    [Fact]
    public void a_container_has_no_capability_it_does_not_name() => StackFiles.Services.ShouldAllObey(service =>
        service.Node.At("cap_drop").Items().Select(item => item.Scalar()).Contains("ALL")
        && service.Node.At("cap_add").Items().All(item => item.Scalar() is "NET_BIND_SERVICE" or "DAC_READ_SEARCH") ? null : service.ToString());

    [Fact]
    public void health_is_asked_or_said_to_be_asked_elsewhere() => StackFiles.Services.ShouldAllObey(service =>
        service.Node.At("healthcheck", "test") is not null || service.Node.At("healthcheck", "disable").Scalar() == "true"
        // Ours know themselves how they are asked.
        || service.Image!.StartsWith("${MYBUDGET_", StringComparison.Ordinal) && OfOurs.All(file => DeploymentFiles.Text(file).Contains("\nHEALTHCHECK ", StringComparison.Ordinal))
            ? null : service.ToString());

    [Fact]
    public void only_jobs_and_images_without_a_program_that_asks_go_unasked() => StackFiles.Services
        .Where(service => service.Node.At("healthcheck", "disable").Scalar() == "true").ToList()
        .ShouldAllObey(service => service.IsJob || service.Name is "otel-collector" or "loki" or "tempo" or "migrate" ? null : service.ToString());

    [Fact]
    public void a_stack_says_nothing_that_swarm_leaves_out() => StackFiles.SwarmServices.ShouldAllObey(service =>
        LeftOut.FirstOrDefault(key => service.Node.At(key) is not null) is { } key ? $"{service}: {key}" : null);

    [Fact]
    public void a_secret_is_never_in_the_environment() => StackFiles.All
        .SelectMany(file => StackFiles.ServicesOf(file)).SelectMany(service => service.Node.At("environment").Entries()
            .Select(entry => (Service: service, entry.Key, Value: entry.Value.Scalar() ?? string.Empty)))
        .Where(entry => entry.Key != NameOfCluster).ToList()
        .ShouldAllObey(entry => SecretName().IsMatch(entry.Key) && !entry.Value.StartsWith("/run/secrets/", StringComparison.Ordinal)
                                || entry.Value.Contains("Password=", StringComparison.OrdinalIgnoreCase)
            ? $"{entry.Service}: {entry.Key}" : null);

    [Fact]
    public void a_secret_is_made_by_hand_and_has_a_version() => StackFiles.Stacks
        .SelectMany(file => DeploymentFiles.Yaml(file).At("secrets").Entries().Select(entry => (File: file, entry.Key, entry.Value))).ToList()
        .ShouldAllObey(secret => secret.Value.At("external").Scalar() == "true"
                                 && secret.Value.At("name").Scalar() is { } name && Version().IsMatch(name) ? null : $"{secret.File}: {secret.Key}");

    [Fact]
    public void a_secret_is_readable_by_its_user_alone() => StackFiles.SwarmServices
        .SelectMany(service => service.Node.At("secrets").Items().Select(item => (Service: service, Item: item))).ToList()
        .ShouldAllObey(secret => secret.Item.At("mode").Scalar() == "0400" ? null : $"{secret.Service}: {secret.Item}");

    [Fact]
    public void every_network_between_nodes_is_encrypted() => StackFiles.Stacks
        .SelectMany(file => DeploymentFiles.Yaml(file).At("networks").Entries().Select(entry => (File: file, entry.Key, entry.Value)))
        .Where(network => network.Value.At("external").Scalar() != "true").ToList()
        .ShouldAllObey(network => network.Value.At("driver_opts", "encrypted").Scalar() == "true" ? null : $"{network.File}: {network.Key}");

    [Fact]
    public void services_are_found_by_the_addresses_of_their_tasks() => StackFiles.SwarmServices.Where(service => !service.IsJob).ToList()
        .ShouldAllObey(service => service.Node.At("deploy", "endpoint_mode").Scalar() == "dnsrr" ? null : service.ToString());

    [Fact]
    public void a_message_of_a_missing_setting_has_no_hyphen() => StackFiles.All
        .SelectMany(file => Message().Matches(DeploymentFiles.Text(file)).Select(match => (File: file, Text: match.Groups["text"].Value))).ToList()
        .ShouldAllObey(message => message.Text.Contains('-', StringComparison.Ordinal) ? $"{message.File}: {message.Text}" : null);

    [GeneratedRegex("^[a-z0-9./-]+:v?[0-9][0-9.]*@sha256:[0-9a-f]{64}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pinned();

    // A DSN is none: its key only lets reports in.
    [GeneratedRegex("(PASSWORD|PASSWD|SECRET|TOKEN|(?<!Signing)KEY|PASS_FILE|PASSWORD__FILE)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SecretName();

    [GeneratedRegex(@"_\$\{[A-Z0-9_]+_VERSION:\?[^}]+\}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Version();

    [GeneratedRegex(@"\$\{[A-Z0-9_]+:\?(?<text>[^}]*)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Message();
}

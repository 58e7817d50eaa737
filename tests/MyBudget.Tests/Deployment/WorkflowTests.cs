using System.Globalization;
using System.Text.RegularExpressions;
using MyBudget.Tests.Architecture;
using YamlDotNet.RepresentationModel;

namespace MyBudget.Tests.Deployment;

/// <summary>What the workflows may do, whoever sends them a change.</summary>
public sealed partial class WorkflowTests
{
    private const string Folder = ".github/workflows";

    private static readonly IReadOnlyList<Workflow> Workflows =
        [.. DeploymentFiles.In(Folder, "*.yml").Select(file => new Workflow(file, DeploymentFiles.Yaml(file)))];

    private static readonly IReadOnlyList<Job> Jobs = [.. Workflows.SelectMany(workflow => workflow.Jobs)];
    private static readonly IReadOnlyList<Job> OwnJobs = [.. Jobs.Where(job => job.Node.At("uses") is null)];
    private static readonly IReadOnlyList<Step> Steps = [.. Jobs.SelectMany(job => job.Steps)];

    [Fact]
    public void an_action_is_one_exact_commit_and_says_its_version()
    {
        var uses = Workflows
            .SelectMany(workflow => DeploymentFiles.Text(workflow.File).Split('\n'))
            .Select(line => UsesPattern().Match(line))
            .Where(match => match.Success && !match.Groups["action"].Value.StartsWith("./", StringComparison.Ordinal))
            .Select(match => match.Groups["action"].Value)
            .ToList();
        uses.Count.ShouldBe(Steps.Count(step => step.Node.At("uses") is not null), "each is found in the text");
        uses.ShouldAllObey(action => PinnedPattern().IsMatch(action) ? null : action);
    }

    [Fact]
    public void an_action_has_the_same_version_everywhere() => Steps
        .Select(step => step.Node.At("uses").Scalar())
        .OfType<string>()
        .GroupBy(action => action[..action.IndexOf('@', StringComparison.Ordinal)], StringComparer.Ordinal)
        .ToList()
        .ShouldAllObey(action => action.Distinct(StringComparer.Ordinal).Count() == 1 ? null : action.Key);

    [Fact]
    public void a_workflow_may_only_read_unless_a_job_asks_for_more() => Workflows.ShouldAllObey(workflow =>
        workflow.Node.At("permissions").Entries().ToList() is { Count: > 0 } permissions && permissions.All(permission => permission.Value.Scalar() == "read")
            ? null
            : workflow.File);

    [Fact]
    public void only_known_jobs_may_write() => Jobs
        .Where(job => job.Node.At("permissions").Entries().Any(permission => permission.Value.Scalar() == "write"))
        .Select(job => job.Name)
        .ShouldBe(["android/distribute", "app-distribution/distribute", "codeql/analyze", "release/build", "release/publish"], ignoreOrder: true);

    [Fact]
    public void a_job_ends_in_time() => OwnJobs.ShouldAllObey(job =>
        int.TryParse(job.Node.At("timeout-minutes").Scalar(), CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and <= 60 ? null : job.Name);

    [Fact]
    public void a_job_names_its_runners_version() => OwnJobs.ShouldAllObey(job =>
        job.Node.At("runs-on").Scalar() is { } runner && runner.Contains("ubuntu-24.04", StringComparison.Ordinal) ? null : job.Name);

    /// <summary>It would run with the secrets of this repository on what a stranger wrote.</summary>
    [Fact]
    public void no_workflow_starts_on_a_strangers_event() => Workflows.ShouldAllObey(workflow =>
        workflow.Events.Intersect(["pull_request_target", "workflow_run", "issue_comment", "issues"], StringComparer.Ordinal).Any() ? workflow.File : null);

    /// <summary>An expression is put into a script before the shell reads it, so text in it could be a command.</summary>
    [Fact]
    public void no_script_holds_an_expression() => Steps.Where(step => step.Script is not null).ToList().ShouldAllObey(step =>
        step.Script!.Contains("${{", StringComparison.Ordinal) ? step.Name : null);

    [Fact]
    public void no_secret_is_within_reach_of_a_change_that_is_not_merged() => Workflows
        .Where(workflow => workflow.Events.Contains("pull_request", StringComparer.Ordinal))
        .ToList()
        .ShouldAllObey(workflow => DeploymentFiles.Text(workflow.File).Contains("secrets", StringComparison.Ordinal) ? workflow.File : null);

    /// <summary>A package is built by programs and libraries of many hands.</summary>
    [Fact]
    public void what_builds_the_android_package_has_no_secret_within_reach()
    {
        var jobs = Workflows.Single(workflow => workflow.File == $"{Folder}/android.yml").Jobs;
        var builds = Workflows.SelectMany(workflow => workflow.Jobs).Where(job => job.Steps.Any(step => step.Script?.Contains("build.sh", StringComparison.Ordinal) == true)).ToList();
        builds.Select(job => job.Name).ShouldBe(["android/build", "ci/android"], ignoreOrder: true);
        builds.ShouldAllObey(job => SecretsOf(job).Any() ? job.Name : null);
        SecretsOf(jobs.Single(job => job.Name == "android/sign")).ShouldBe(["ANDROID_KEYSTORE", "ANDROID_KEYSTORE_PASSWORD"], ignoreOrder: true);
        jobs.ShouldAllObey(job => job.Node.At("secrets") is null ? null : job.Name);
    }

    [Fact]
    public void the_token_does_not_stay_in_the_checked_out_repository() => Steps
        .Where(step => step.Node.At("uses").Scalar()?.StartsWith("actions/checkout@", StringComparison.Ordinal) == true)
        .ToList()
        .ShouldAllObey(step => step.Node.At("with", "persist-credentials").Scalar() == "false" ? null : step.Name);

    [Fact]
    public void a_workflow_that_starts_by_itself_does_not_pile_up() => Workflows
        .Where(workflow => workflow.Events.Intersect(["push", "pull_request", "schedule"], StringComparer.Ordinal).Any())
        .ToList()
        .ShouldAllObey(workflow => workflow.Node.At("concurrency", "group").Scalar() is null ? workflow.File : null);

    [Fact]
    public void every_shell_stops_at_the_first_failure() => Workflows
        .Where(workflow => workflow.Jobs.SelectMany(job => job.Steps).Any(step => step.Script is not null))
        .ToList()
        .ShouldAllObey(workflow => workflow.Node.At("defaults", "run", "shell").Scalar() == "bash" ? null : workflow.File);

    [Fact]
    public void production_waits_for_staging_and_for_its_environment()
    {
        var jobs = Workflows.Single(workflow => workflow.File == $"{Folder}/deploy.yml").Jobs;
        jobs.Select(job => job.Node.At("with", "environment").Scalar()).ShouldBe(["staging", "production"]);
        jobs[1].Node.At("needs").Scalar().ShouldBe("staging");
        Workflows.Single(workflow => workflow.File == $"{Folder}/deploy-to.yml").Jobs.Single().Node.At("environment").Scalar().ShouldBe("${{ inputs.environment }}");
    }

    [Fact]
    public void what_is_deployed_is_exact_verified_and_sent_to_a_known_host()
    {
        var steps = Steps.Where(step => step.Name.StartsWith("deploy-to/", StringComparison.Ordinal)).Select(step => step.Script ?? string.Empty).ToList();
        var deploy = steps.FindIndex(script => script.Contains("docker/swarm/bin/deploy.sh", StringComparison.Ordinal));
        deploy.ShouldBeGreaterThan(0);
        foreach (var proof in (string[])["@sha256:[0-9a-f]{64}$", "cosign verify", "--certificate-identity ", "StrictHostKeyChecking yes"])
        {
            steps.FindIndex(script => script.Contains(proof, StringComparison.Ordinal)).ShouldBeInRange(0, deploy - 1, proof);
        }
    }

    [Fact]
    public void updates_wait_before_they_are_proposed() => DeploymentFiles.Yaml(".github/dependabot.yml").At("updates").Items().ToList().ShouldAllObey(update =>
        int.TryParse(update.At("cooldown", "default-days").Scalar(), CultureInfo.InvariantCulture, out var days) && days >= 7 ? null : update.At("package-ecosystem").Scalar());

    /// <summary>An ecosystem that Dependabot is not told of grows old unseen.</summary>
    [Fact]
    public void updates_are_proposed_for_every_folder_with_packages()
    {
        var told = DeploymentFiles.Yaml(".github/dependabot.yml").At("updates").Items()
            .SelectMany(update => update.At("directories").Items().Append(update.At("directory") ?? new YamlScalarNode()))
            .Select(folder => folder.Scalar())
            .ToHashSet(StringComparer.Ordinal);
        DeploymentFiles.Find("package-lock.json", "Dockerfile").ShouldAllObey(file =>
            told.Contains("/" + Path.GetDirectoryName(file)!.Replace('\\', '/')) ? null : file);
    }

    [GeneratedRegex(@"^\s*(- )?uses: (?<action>.+?)\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UsesPattern();

    [GeneratedRegex(@"^[\w.-]+(/[\w.-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PinnedPattern();

    private static IEnumerable<string> SecretsOf(Job job) => job.Steps
        .SelectMany(step => step.Node.At("env").Entries().Concat(step.Node.At("with").Entries()))
        .Select(entry => SecretPattern().Match(entry.Value.Scalar() ?? string.Empty))
        .Where(match => match.Success)
        .Select(match => match.Groups["name"].Value);

    [GeneratedRegex(@"secrets\.(?<name>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SecretPattern();

    private sealed record Workflow(string File, YamlMappingNode Node)
    {
        public IReadOnlyList<Job> Jobs =>
            [.. Node.At("jobs").Entries().Select(job => new Job($"{Path.GetFileNameWithoutExtension(File)}/{job.Key}", job.Value))];

        public IReadOnlyList<string> Events => Node.At("on") is YamlScalarNode single ? [single.Value!] : [.. Node.At("on").Entries().Select(entry => entry.Key)];
    }

    private sealed record Job(string Name, YamlNode Node)
    {
        public IEnumerable<Step> Steps => Node.At("steps").Items().Select((step, number) => new Step($"{Name} step {number + 1}", step));
    }

    private sealed record Step(string Name, YamlNode Node)
    {
        public string? Script => Node.At("run").Scalar();
    }
}

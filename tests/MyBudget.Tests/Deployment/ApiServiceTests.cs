using System.Globalization;
using System.Text.RegularExpressions;
using MyBudget.Tests.Architecture;

namespace MyBudget.Tests.Deployment;

/// <summary>How the API is replaced, stopped and asked, against what it does itself.</summary>
public sealed partial class ApiServiceTests
{
    private static readonly StackService Api = StackFiles.Service("api");

    [Fact]
    public void a_new_replica_serves_before_an_old_one_stops_and_a_bad_release_goes_back()
    {
        var update = Api.Node.At("deploy", "update_config")!;
        update.At("order").Scalar().ShouldBe("start-first");
        update.At("parallelism").Scalar().ShouldBe("1");
        update.At("failure_action").Scalar().ShouldBe("rollback");
        update.At("max_failure_ratio").Scalar().ShouldBe("0");
        StackFiles.Duration(update.At("monitor").Scalar()!).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(30));
        Api.Node.At("deploy", "rollback_config", "order").Scalar().ShouldBe("start-first");
    }

    [Fact]
    public void replicas_are_spread_and_their_number_is_what_the_pools_are_sized_for()
    {
        Api.Node.At("deploy", "replicas").Scalar().ShouldBe("3");
        Api.Node.At("environment", "Database__Replicas").Scalar().ShouldBe("3");
        Api.Node.At("deploy", "placement", "preferences").Items().ShouldHaveSingleItem().At("spread").Scalar().ShouldBe("node.id");
        Api.Node.At("deploy", "restart_policy", "max_attempts").ShouldBeNull("a database that is away for an hour must not leave none");
    }

    [Fact]
    public void swarm_waits_longer_than_the_api_takes_to_stop()
    {
        var settings = Product.Files.SingleOrDefault(file => file.Path == "Infrastructure/Operations/Health/HealthSettings.cs")?.Text ?? string.Empty;
        var within = StopWithin().Match(settings);
        within.Success.ShouldBeTrue("HealthSettings says how long stopping takes");
        StackFiles.Duration(Api.Node.At("stop_grace_period").Scalar()!)
            .ShouldBeGreaterThan(TimeSpan.FromSeconds(int.Parse(within.Groups["seconds"].Value, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void traefik_notices_before_a_replica_that_stops_serves_no_more()
    {
        var settings = Product.Files.Single(file => file.Path == "Infrastructure/Operations/Health/HealthSettings.cs").Text;
        var drain = TimeSpan.FromSeconds(int.Parse(Drain().Match(settings).Groups["seconds"].Value, CultureInfo.InvariantCulture));
        var check = StackFiles.Duration(Api.Labels["traefik.http.services.api.loadbalancer.healthcheck.interval"]);
        var refresh = StackFiles.Duration(DeploymentFiles.Yaml("traefik/traefik.yml").At("providers", "swarm", "refreshSeconds").Scalar()!);
        drain.ShouldBeGreaterThan(check + refresh);
    }

    [Fact]
    public void the_asked_paths_and_ports_are_the_apis()
    {
        var health = Product.Files.Single(file => file.Path == "Infrastructure/Operations/Health/HealthSetup.cs").Text;
        Api.Labels["traefik.http.services.api.loadbalancer.healthcheck.path"].ShouldBe("/health/ready");
        health.ShouldContain("\"ready\"");
        Api.Node.At("healthcheck", "test").Items().Select(item => item.Scalar()).ShouldBe(["CMD", "dotnet", "/app/MyBudget.dll", "healthcheck"]);
        Product.Files.Single(file => file.Path == "Infrastructure/Operations/Health/SelfProbe.cs").Text.ShouldContain("\"healthcheck\"");

        var image = DeploymentFiles.Text("docker/Dockerfile");
        image.ShouldContain("ASPNETCORE_HTTP_PORTS=8080");
        image.ShouldContain("Internal__Port=8081");
        Api.Labels["traefik.http.services.api.loadbalancer.server.port"].ShouldBe("8080");
        Api.Node.At("ports").ShouldBeNull("only Traefik reaches the API");
    }

    [Fact]
    public void secrets_belong_to_the_user_of_the_image()
    {
        DeploymentFiles.Text("docker/Dockerfile").ShouldContain("USER 1654:1654");
        new[] { "api", "migrate" }.SelectMany(name => StackFiles.Service(name).Node.At("secrets").Items()).ToList()
            .ShouldAllObey(secret => secret.At("uid").Scalar() == "1654" ? null : secret.ToString());
    }

    [Fact]
    public void addresses_are_believed_from_the_edge_network_alone()
    {
        var subnet = DeploymentFiles.Yaml(StackFiles.Core).At("networks", "edge", "ipam", "config").Items().ShouldHaveSingleItem().At("subnet").Scalar();
        Api.Node.At("environment", "Edge__Networks").Scalar().ShouldBe(subnet);
        StackFiles.SwarmServices.Where(service => StackFiles.Names(service.Node.At("networks")).Contains("edge")).Select(service => service.Name)
            .ShouldBe(["api", "traefik"], ignoreOrder: true);
    }

    [Fact]
    public void the_schema_is_changed_by_its_owner_once_and_before_the_api()
    {
        var migrate = StackFiles.Service("migrate");
        migrate.Image.ShouldBe(Api.Image);
        migrate.IsJob.ShouldBeTrue();
        migrate.Node.At("command").Items().Select(item => item.Scalar()).ShouldBe(["db-apply"]);
        migrate.Node.At("environment", "Database__ConnectionString").Scalar()!.ShouldContain("Username=mybudget_owner");
        Api.Node.At("environment", "Database__ConnectionString").Scalar()!.ShouldContain("Username=mybudget_app");
        migrate.Node.At("environment", "MYBUDGET_DEPLOYMENT").ShouldNotBeNull();
        StackFiles.Names(migrate.Node.At("secrets")).ShouldBe(["db_owner_password"]);
        StackFiles.Names(Api.Node.At("secrets")).ShouldNotContain("db_owner_password");
    }

    [Fact]
    public void settings_of_the_api_are_settings_it_knows()
    {
        var sections = Product.Files.SelectMany(file => Section().Matches(file.Text).Select(match => match.Groups["name"].Value)).ToHashSet(StringComparer.Ordinal);
        StackFiles.Stacks.SelectMany(StackFiles.ServicesOf).Where(service => service.Name is "api" or "migrate")
            .SelectMany(service => service.Node.At("environment").Entries().Select(entry => entry.Key)
                .Concat(service.Node.At("secrets").Items().Select(secret => secret.At("target").Scalar()!)).Select(key => (Service: service, Key: key)))
            .Where(setting => setting.Key.Contains("__", StringComparison.Ordinal)).ToList()
            .ShouldAllObey(setting =>
            {
                var parts = setting.Key.Split("__");
                return sections.Contains(parts[0]) && Product.Files.Any(file => file.Text.Contains($" {parts[1]} {{", StringComparison.Ordinal)) ? null : $"{setting.Service}: {setting.Key}";
            });
    }

    [Fact]
    public void a_database_is_neither_started_twice_nor_rolled_back()
    {
        var update = StackFiles.Service("db").Node.At("deploy", "update_config")!;
        update.At("order").Scalar().ShouldBe("stop-first");
        update.At("failure_action").Scalar().ShouldBe("pause");
        StackFiles.Service("db").Node.At("deploy", "placement", "constraints").Items().ShouldHaveSingleItem().Scalar().ShouldBe("node.labels.mybudget.db == primary");
        StackFiles.Service("db").Labels.ShouldContainKeyAndValue("mybudget.deploy", "first");
        StackFiles.Names(StackFiles.Service("db").Node.At("networks")).ShouldNotContain("edge");
        DeploymentFiles.Yaml(StackFiles.Core).At("networks", "data", "internal").Scalar().ShouldBe("true");
    }

    [GeneratedRegex(@"StopWithin \{ get; set; \} = TimeSpan\.FromSeconds\((?<seconds>[0-9]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StopWithin();

    [GeneratedRegex(@"Drain \{ get; set; \} = TimeSpan\.FromSeconds\((?<seconds>[0-9]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Drain();

    [GeneratedRegex("const string Section = \"(?<name>[A-Za-z]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Section();
}

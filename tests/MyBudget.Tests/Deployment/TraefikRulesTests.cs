using MyBudget.Features.Imports.ImportFile;
using MyBudget.Features.Transactions.AttachReceipt;
using MyBudget.Infrastructure.Http;
using MyBudget.Tests.Architecture;
using YamlDotNet.RepresentationModel;

namespace MyBudget.Tests.Deployment;

/// <summary>What the edge promises.</summary>
public sealed class TraefikRulesTests
{
    private static readonly YamlMappingNode Static = DeploymentFiles.Yaml(TraefikFiles.Static);

    [Fact]
    public void tls_is_1_2_with_forward_secrecy_or_newer() => TraefikFiles.TlsOptions.ToList().ShouldAllObey(options =>
        options.Value.At("minVersion").Scalar() is "VersionTLS12" or "VersionTLS13"
        && options.Value.At("sniStrict").Scalar() == "true"
        && options.Value.At("cipherSuites").Items().Any()
        && options.Value.At("cipherSuites").Items().All(suite => suite.Scalar() is { } name
            && name.StartsWith("TLS_ECDHE_", StringComparison.Ordinal) && (name.Contains("GCM", StringComparison.Ordinal) || name.Contains("CHACHA20", StringComparison.Ordinal)))
            ? null : options.Key);

    [Fact]
    public void routers_that_name_no_tls_options_have_the_same_ones() => TraefikFiles.TlsOptions.Keys.ShouldContain("default");

    [Fact]
    public void plain_http_leads_to_https()
    {
        var redirection = Static.At("entryPoints", "web", "http", "redirections", "entryPoint")!;
        redirection.At("to").Scalar().ShouldBe("websecure");
        redirection.At("scheme").Scalar().ShouldBe("https");
        redirection.At("permanent").Scalar().ShouldBe("true");
        Static.At("entryPoints", "websecure", "address").Scalar().ShouldBe(":443", "the redirection names this port");
        TraefikFiles.Routers.ShouldAllObey(router => router.EntryPoints is ["websecure"] ? null : router.Name);
    }

    [Fact]
    public void browsers_are_told_to_come_by_https_for_a_year_or_more() => TraefikFiles.Routers.ShouldAllObey(router =>
        TraefikFiles.Passed(router.Middlewares).Any(name => Number(TraefikFiles.Middlewares[name], "headers", "stsSeconds") >= 31_536_000) ? null : router.Name);

    [Fact]
    public void only_what_asks_for_it_is_served()
    {
        Static.At("providers", "swarm", "exposedByDefault").Scalar().ShouldBe("false");
        Static.At("providers", "swarm", "endpoint").Scalar().ShouldBe("tcp://socket-proxy:2375");
        Static.At("api", "insecure").Scalar().ShouldBe("false");
        TraefikFiles.Labelled.Select(service => service.Name).ShouldBe(["api", "grafana"], ignoreOrder: true);
    }

    [Fact]
    public void a_middleware_that_is_named_is_there() => TraefikFiles.Routers
        .SelectMany(router => TraefikFiles.Passed(router.Middlewares).Select(name => (Router: router.Name, Name: name))).ToList()
        .ShouldAllObey(used => TraefikFiles.Middlewares.ContainsKey(used.Name) ? null : $"{used.Router}: {used.Name}");

    [Fact]
    public void a_middleware_is_used() => TraefikFiles.Middlewares.Keys.ToList().ShouldAllObey(name =>
        TraefikFiles.Routers.Any(router => router.Middlewares.Contains($"{name}@file") || TraefikFiles.Passed(router.Middlewares).Contains(name)) ? null : name);

    [Fact]
    public void a_router_leads_to_a_service_that_says_its_port() => TraefikFiles.Routers.ShouldAllObey(router => router.Service == "api@internal"
        || TraefikFiles.Labelled.Any(service => service.Labels.ContainsKey($"traefik.http.services.{router.Service}.loadbalancer.server.port")) ? null : router.Name);

    [Fact]
    public void a_service_that_is_served_shares_its_network_with_traefik() => TraefikFiles.Labelled.ShouldAllObey(service =>
    {
        var shared = DeploymentFiles.Yaml(StackFiles.Core).At("networks").Entries()
            .Where(network => StackFiles.Names(StackFiles.Service("traefik").Node.At("networks")).Contains(network.Key)).Select(network => network.Value.At("name").Scalar());
        return shared.Contains(service.Labels["traefik.swarm.network"]) ? null : service.ToString();
    });

    [Fact]
    public void every_router_limits_each_address() => TraefikFiles.Routers.ShouldAllObey(router =>
        TraefikFiles.Passed(router.Middlewares).Select(name => TraefikFiles.Middlewares[name].At("rateLimit")).OfType<YamlNode>()
            .Any(limit => limit.At("sourceCriterion", "ipStrategy", "ipv6Subnet").Scalar() == "64") ? null : router.Name);

    [Fact]
    public void every_router_of_the_api_limits_requests_in_flight_and_breaks_the_circuit() => Api().ShouldAllObey(router =>
        TraefikFiles.Passed(router.Middlewares).ToList() is var passed && passed.Contains("in-flight") && passed.Contains("breaker") ? null : router.Name);

    [Fact]
    public void requests_in_flight_are_counted_by_address_and_not_by_host() =>
        TraefikFiles.Middlewares["in-flight"].At("inFlightReq", "sourceCriterion", "ipStrategy").ShouldNotBeNull();

    [Fact]
    public void signing_in_is_limited_more()
    {
        // By the minute against by the second.
        Number(TraefikFiles.Middlewares["rate-auth"], "rateLimit", "average").ShouldBeLessThanOrEqualTo(30);
        TraefikFiles.Middlewares["rate-auth"].At("rateLimit", "period").Scalar().ShouldBe("1m");
        TraefikFiles.Passed(Router("api-auth").Middlewares).ShouldContain("rate-auth");
    }

    [Fact]
    public void bodies_that_the_api_takes_pass_the_edge_and_little_more()
    {
        var limits = new Limits();
        Number(TraefikFiles.Middlewares["body"], "buffering", "maxRequestBodyBytes").ShouldBeInRange(limits.BodyBytes + 1, 4 * limits.BodyBytes);
        Number(TraefikFiles.Middlewares["body-import"], "buffering", "maxRequestBodyBytes").ShouldBeInRange(ImportForm.MaxBytes(limits), 2 * limits.ImportBytes);
        Number(TraefikFiles.Middlewares["body-receipt"], "buffering", "maxRequestBodyBytes").ShouldBeInRange(UploadedReceipt.MaxBytes(limits) + 1, 2 * limits.ReceiptBytes);
        Api().Where(router => router.Name != "api-stream").ToList()
            .ShouldAllObey(router => TraefikFiles.Passed(router.Middlewares).Contains(BodyOf(router.Name)) ? null : router.Name);

        static string BodyOf(string router) => router switch { "api-import" => "body-import", "api-receipt" => "body-receipt", _ => "body" };
    }

    [Fact]
    public void nothing_holds_a_stream_back() => TraefikFiles.Passed(Router("api-stream").Middlewares).ToList().ShouldAllObey(name =>
        TraefikFiles.Middlewares[name].Entries().Any(entry => entry.Key is "buffering" or "compress" or "retry") ? name : null);

    [Fact]
    public void an_event_stream_is_not_cut_off() =>
        Static.At("entryPoints", "websecure", "transport", "respondingTimeouts", "writeTimeout").Scalar().ShouldBe("0s");

    [Fact]
    public void what_was_written_is_not_sent_twice()
    {
        var retry = TraefikFiles.Middlewares["retry"].At("retry")!;
        retry.Entries().Select(entry => entry.Key).ShouldBe(["attempts", "initialInterval", "maxRequestBodyBytes"], ignoreOrder: true);
    }

    [Fact]
    public void dashboards_ask_where_one_comes_from_and_for_a_password()
    {
        TraefikFiles.Passed(Router("dashboard").Middlewares).ShouldContain("operators-address");
        TraefikFiles.Passed(Router("dashboard").Middlewares).ShouldContain("operators-password");
        TraefikFiles.Passed(Router("grafana").Middlewares).ShouldContain("operators-address");
        TraefikFiles.Middlewares["operators-password"].At("basicAuth", "usersFile").Scalar().ShouldBe("/run/secrets/traefik_users");
        StackFiles.Service("traefik").Node.At("secrets").Items().Select(secret => secret.At("target").Scalar()).ShouldContain("traefik_users");
    }

    [Fact]
    public void the_access_log_names_no_secret()
    {
        var fields = Static.At("accessLog", "fields")!;
        fields.At("headers", "defaultMode").Scalar().ShouldBe("drop");
        fields.At("headers", "names").Entries().Select(entry => entry.Key).ShouldBe(["User-Agent", "X-Request-Id"], ignoreOrder: true);
        fields.At("queryParameters", "defaultMode").Scalar().ShouldBe("drop");
        fields.At("names", "RequestPath").Scalar().ShouldBe("drop", "the code of an invitation is in its path");
        Static.At("accessLog", "format").Scalar().ShouldBe("json");
    }

    [Fact]
    public void clients_are_seen_by_their_own_address() => StackFiles.Service("traefik").Node.At("ports").Items().ToList()
        .ShouldAllObey(port => port.At("mode").Scalar() == "host" ? null : port.ToString());

    [Fact]
    public void the_files_of_traefik_are_where_it_looks() => TraefikFiles.Dynamic.Append(TraefikFiles.Static).ToList().ShouldAllObey(file =>
    {
        var config = DeploymentFiles.Yaml(StackFiles.Core).At("configs").Entries().FirstOrDefault(entry => entry.Value.At("file").Scalar() == $"../../{file}").Key;
        var target = StackFiles.Service("traefik").Node.At("configs").Items().FirstOrDefault(item => item.At("source").Scalar() == config)?.At("target").Scalar();
        return target == $"/etc/{(file == TraefikFiles.Static ? "traefik/traefik.yml" : file)}" ? null : file;
    });

    private static List<TraefikRouter> Api() => [.. TraefikFiles.Routers.Where(router => router.Service == "api")];

    private static TraefikRouter Router(string name) => TraefikFiles.Routers.Single(router => router.Name == name);

    private static long Number(YamlNode node, params ReadOnlySpan<string> keys) =>
        long.TryParse(node.At(keys).Scalar(), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
}

using MyBudget.Tests.Architecture;
using YamlDotNet.RepresentationModel;

namespace MyBudget.Tests.Deployment;

/// <summary>
/// Traefik ignores what it does not know, so a misspelled limit is no limit. These are the keys of Traefik 3.7 that we use, by
/// where they stand; <c>*</c> stands for a name of our own.
/// </summary>
public sealed class TraefikKeysTests
{
    private static readonly string[] Static =
    [
        "global/checkNewVersion", "global/sendAnonymousUsage",
        "entryPoints/*/address", "entryPoints/*/asDefault",
        "entryPoints/*/http/redirections/entryPoint/to", "entryPoints/*/http/redirections/entryPoint/scheme", "entryPoints/*/http/redirections/entryPoint/permanent",
        "entryPoints/*/http/tls/certResolver", "entryPoints/*/http/tls/options",
        "entryPoints/*/http/maxHeaderBytes", "entryPoints/*/http/underscoreHeadersStrategy",
        "entryPoints/*/http/encodedCharacters/allowEncodedSlash", "entryPoints/*/http/encodedCharacters/allowEncodedBackSlash",
        "entryPoints/*/http/encodedCharacters/allowEncodedNullCharacter", "entryPoints/*/http/encodedCharacters/allowEncodedSemicolon",
        "entryPoints/*/http/encodedCharacters/allowEncodedPercent", "entryPoints/*/http/encodedCharacters/allowEncodedQuestionMark",
        "entryPoints/*/http/encodedCharacters/allowEncodedHash",
        "entryPoints/*/http2/maxConcurrentStreams",
        "entryPoints/*/transport/respondingTimeouts/readTimeout", "entryPoints/*/transport/respondingTimeouts/writeTimeout",
        "entryPoints/*/transport/respondingTimeouts/idleTimeout",
        "entryPoints/*/transport/lifeCycle/requestAcceptGraceTimeout", "entryPoints/*/transport/lifeCycle/graceTimeOut",
        "providers/providersThrottleDuration",
        "providers/swarm/endpoint", "providers/swarm/exposedByDefault", "providers/swarm/network", "providers/swarm/refreshSeconds",
        "providers/file/directory", "providers/file/watch",
        "certificatesResolvers/*/acme/email", "certificatesResolvers/*/acme/caServer", "certificatesResolvers/*/acme/storage",
        "certificatesResolvers/*/acme/keyType", "certificatesResolvers/*/acme/tlsChallenge",
        "ping/entryPoint", "api/dashboard", "api/insecure", "log/level", "log/format",
        "accessLog/format", "accessLog/bufferingSize", "accessLog/fields/defaultMode", "accessLog/fields/names/*",
        "accessLog/fields/headers/defaultMode", "accessLog/fields/headers/names/*", "accessLog/fields/queryParameters/defaultMode",
        "metrics/prometheus/entryPoint", "metrics/prometheus/addEntryPointsLabels", "metrics/prometheus/addRoutersLabels",
        "metrics/prometheus/addServicesLabels", "metrics/prometheus/buckets",
    ];

    private static readonly string[] Dynamic =
    [
        "tls/certificates", "tls/options/*/minVersion", "tls/options/*/sniStrict", "tls/options/*/curvePreferences", "tls/options/*/cipherSuites",
        "http/routers/*/rule", "http/routers/*/priority", "http/routers/*/entryPoints", "http/routers/*/service", "http/routers/*/middlewares",
        "http/routers/*/tls/certResolver", "http/routers/*/tls/options",
        "http/services/*/loadBalancer/servers", "http/services/*/loadBalancer/healthCheck/path",
        "http/services/*/loadBalancer/healthCheck/interval", "http/services/*/loadBalancer/healthCheck/timeout",
        "http/middlewares/*/headers/stsSeconds", "http/middlewares/*/headers/stsIncludeSubdomains", "http/middlewares/*/headers/contentTypeNosniff",
        "http/middlewares/*/headers/frameDeny", "http/middlewares/*/headers/referrerPolicy", "http/middlewares/*/headers/permissionsPolicy",
        "http/middlewares/*/headers/customResponseHeaders/*",
        "http/middlewares/*/rateLimit/average", "http/middlewares/*/rateLimit/period", "http/middlewares/*/rateLimit/burst",
        "http/middlewares/*/rateLimit/sourceCriterion/ipStrategy/ipv6Subnet",
        "http/middlewares/*/inFlightReq/amount", "http/middlewares/*/inFlightReq/sourceCriterion/ipStrategy/ipv6Subnet",
        "http/middlewares/*/buffering/maxRequestBodyBytes", "http/middlewares/*/buffering/memRequestBodyBytes",
        "http/middlewares/*/circuitBreaker/expression", "http/middlewares/*/circuitBreaker/checkPeriod", "http/middlewares/*/circuitBreaker/fallbackDuration",
        "http/middlewares/*/circuitBreaker/recoveryDuration", "http/middlewares/*/circuitBreaker/responseCode",
        "http/middlewares/*/retry/attempts", "http/middlewares/*/retry/initialInterval", "http/middlewares/*/retry/maxRequestBodyBytes",
        "http/middlewares/*/chain/middlewares", "http/middlewares/*/ipAllowList/sourceRange",
        "http/middlewares/*/basicAuth/usersFile", "http/middlewares/*/basicAuth/removeHeader",
    ];

    private static readonly string[] Labels =
    [
        "traefik/enable", "traefik/swarm/network",
        "traefik/http/services/*/loadbalancer/server/port", "traefik/http/services/*/loadbalancer/healthcheck/path",
        "traefik/http/services/*/loadbalancer/healthcheck/interval", "traefik/http/services/*/loadbalancer/healthcheck/timeout",
        "traefik/http/routers/*/rule", "traefik/http/routers/*/priority", "traefik/http/routers/*/entrypoints", "traefik/http/routers/*/service",
        "traefik/http/routers/*/middlewares",
    ];

    [Fact]
    public void traefik_knows_every_key_of_its_static_configuration() =>
        Paths(DeploymentFiles.Yaml(TraefikFiles.Static)).ToList().ShouldAllObey(path => IsKnown(path, Static) ? null : path);

    [Fact]
    public void traefik_knows_every_key_of_its_dynamic_configuration() => TraefikFiles.Dynamic.Concat(TraefikFiles.OfSingleServer)
        .SelectMany(file => Paths(DeploymentFiles.Yaml(file)).Select(path => (File: file, Path: path))).ToList()
        .ShouldAllObey(found => IsKnown(found.Path, Dynamic) ? null : $"{found.File}: {found.Path}");

    [Fact]
    public void traefik_knows_every_label() => TraefikFiles.Labelled
        .SelectMany(service => service.Labels.Keys.Where(key => key.StartsWith("traefik.", StringComparison.Ordinal)).Select(key => (Service: service, Key: key))).ToList()
        .ShouldAllObey(label => IsKnown(label.Key.Replace('.', '/'), Labels) ? null : $"{label.Service}: {label.Key}");

    private static IEnumerable<string> Paths(YamlNode node) => TraefikFiles.Leaves(node).Select(leaf => leaf.Path);

    private static bool IsKnown(string path, IEnumerable<string> known) => known.Any(pattern =>
    {
        var (parts, wanted) = (path.Split('/'), pattern.Split('/'));
        return parts.Length == wanted.Length && parts.Zip(wanted).All(pair => pair.Second == "*" || pair.First == pair.Second);
    });
}

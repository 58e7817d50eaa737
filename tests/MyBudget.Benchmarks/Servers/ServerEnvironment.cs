using System.Security.Cryptography;

namespace MyBudget.Benchmarks.Servers;

/// <summary>What every server is told: the same database, the same signing key, quiet logs, no limit on one busy user, and patience.</summary>
internal sealed record ServerEnvironment(string ConnectionString, string DataDirectory)
{
    public const string Database = "MYBUDGET_DATABASE";
    public const string SigningKey = "Tokens__SigningKeys__0";
    public const string Issuer = "mybudget";
    public const string ReadyPath = "/health/ready";

    // A machine that is slow at the moment shall give a figure and not a timeout.
    private const string Patience = "00:05:00";

    private readonly string _signingKey = NewSigningKey();
    private IReadOnlyDictionary<string, string> _more = new Dictionary<string, string>();

    /// <summary>The same, and told more.</summary>
    public ServerEnvironment With(IReadOnlyDictionary<string, string> more) => this with { _more = more };

    public IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string>(_more)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["Logging__LogLevel__Default"] = "Warning",
        [Database] = ConnectionString,
        [SigningKey] = _signingKey,
        ["Tokens__AccessTokenLifetime"] = "06:00:00",
        ["MYBUDGET_DATA"] = DataDirectory,
        ["Limits__UserPerMinute"] = "100000000",
        ["Limits__AddressPerMinute"] = "100000000",
        ["Limits__RequestTimeout"] = Patience,
        ["Limits__LongRequestTimeout"] = Patience,
        ["Database__StatementTimeout"] = Patience,
        ["DOTNET_gcServer"] = "0",
    };

    private static string NewSigningKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }
}

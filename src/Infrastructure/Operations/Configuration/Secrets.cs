namespace MyBudget.Infrastructure.Operations.Configuration;

/// <summary>
/// Secrets as files, the way Docker hands them over: one a file, named as the setting is in the environment
/// (<c>Database__Password</c>). They win over the environment.
/// </summary>
internal static class Secrets
{
    /// <summary>The configuration key of another folder.</summary>
    public const string Folder = "MYBUDGET_SECRETS";

    private const string Usual = "/run/secrets";

    public static WebApplicationBuilder AddSecrets(this WebApplicationBuilder builder)
    {
        var folder = Path.GetFullPath(builder.Configuration[Folder] is { Length: > 0 } configured ? configured : Usual);
        try
        {
            builder.Configuration.AddKeyPerFile(folder, optional: true);
        }
        catch (UnauthorizedAccessException denied)
        {
            var file = Path.GetFileName(denied.Message.Split('\'').ElementAtOrDefault(1));
            Console.Error.WriteLine(new ConfigurationException([$"A secret in {folder} cannot be read by this user: {file}."]).Message);
            Environment.Exit(1);
        }

        return builder;
    }
}

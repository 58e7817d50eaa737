using System.Reflection;

namespace MyBudget.Infrastructure.Operations.Telemetry;

/// <summary>Which release this is, as its build wrote it into the assembly: <c>1.4.0+{revision}</c>.</summary>
internal static class Release
{
    private static readonly string[] Parts = (typeof(Release).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0").Split('+', 2);

    public static string Version { get; } = Parts[0];

    /// <summary>The commit it was built from; null for a build that was not told.</summary>
    public static string? Revision { get; } = Parts is [_, { Length: > 0 } revision] ? revision : null;
}

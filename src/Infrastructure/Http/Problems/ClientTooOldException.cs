namespace MyBudget.Infrastructure.Http.Problems;

/// <summary>The app that asks has to be updated first; answered as 426.</summary>
/// <param name="minimumVersion">The oldest version that would do.</param>
/// <param name="updateUrl">Where newer ones are; null where nobody has said.</param>
public sealed class ClientTooOldException(string minimumVersion, string? updateUrl)
    : Exception($"This version of the app is too old for the server: update it to {minimumVersion} or later.")
{
    /// <summary>Members of the problem.</summary>
    public IReadOnlyDictionary<string, object?> Arguments { get; } = new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["minimumVersion"] = minimumVersion,
        ["updateUrl"] = updateUrl,
    };
}

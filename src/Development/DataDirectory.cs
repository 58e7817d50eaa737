namespace MyBudget.Development;

/// <summary>Where a development server keeps its database, keys and mail. Production keeps nothing on disk.</summary>
internal static class DataDirectory
{
    public const string Key = "MYBUDGET_DATA";

    /// <summary>The configured folder, or <c>.data</c> beside the solution, or below the working directory.</summary>
    public static string Of(IConfiguration configuration)
    {
        if (configuration[Key] is { Length: > 0 } configured) return Path.GetFullPath(configured);

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MyBudget.sln"))) return Path.Combine(folder.FullName, ".data");
        }

        return Path.GetFullPath(".data");
    }
}

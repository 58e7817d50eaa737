
namespace MyBudget.Benchmarks.Servers;

/// <summary>What is run: the product as it is deployed, and this program in another mode.</summary>
internal static class Programs
{
    public const string Floor = "floor";
    public const string Empty = "empty";
    public const string Pushes = "pushes";

    public static string Benchmarks => typeof(Programs).Assembly.Location;

    /// <summary>Where the repository is.</summary>
    public static string Root
    {
        get
        {
            var root = new DirectoryInfo(AppContext.BaseDirectory);
            while (root is not null && !File.Exists(Path.Combine(root.FullName, "MyBudget.sln"))) root = root.Parent;
            return root?.FullName ?? ".";
        }
    }

    public static string Product
    {
        get
        {
            var assembly = Path.Combine(Root, "src", "bin", "Release", "net10.0", "linux-x64", "publish", "MyBudget.dll");
            return File.Exists(assembly) ? assembly : throw new FileNotFoundException("The product is not published: use ./mybudget bench.", assembly);
        }
    }
}

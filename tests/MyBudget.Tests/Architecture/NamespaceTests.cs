using System.Text.RegularExpressions;

namespace MyBudget.Tests.Architecture;

public sealed partial class NamespaceTests
{
    private static readonly string[] Drawers =
        ["Common", "Core", "Extensions", "Helper", "Helpers", "Managers", "Misc", "Models", "Services", "Shared", "Util", "Utilities", "Utils"];

    [Fact]
    public void a_namespace_is_its_folder() => Product.Files.Where(file => file.Path != "Program.cs").ToList().ShouldAllObey(file =>
    {
        var folder = Path.GetDirectoryName(file.Path)!.Replace('/', '.').Replace('\\', '.');
        var space = Namespace().Match(file.Text).Groups["name"].Value;
        return space == $"{Product.Root}.{folder}".TrimEnd('.') ? null : $"{file.Path}: {space}";
    });

    [Fact]
    public void types_stand_in_one_of_five_folders() => Product.Types.Where(type => type.Name != "Pipeline").ToList().ShouldAllObey(type =>
        new[] { Product.Domain, Product.BankFiles, Product.Infrastructure, Product.Development }.Any(folder => Product.IsIn(type.Namespace, folder))
        || Product.FeatureOf(type.Namespace!) is not null
            ? null
            : type.FullName);

    [Fact]
    public void a_feature_is_at_most_one_folder_deep() => Product.Types.Where(type => Product.IsIn(type.Namespace, Product.Features)).ToList()
        .ShouldAllObey(type => type.Namespace!.Split('.').Length is 3 or 4 ? null : type.FullName);

    [Fact]
    public void no_folder_is_a_drawer() => Product.Files.ShouldAllObey(file =>
        Path.GetDirectoryName(file.Path)!.Split('/', '\\').Intersect(Drawers, StringComparer.OrdinalIgnoreCase).Any() ? file.Path : null);

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Namespace();
}

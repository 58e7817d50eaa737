using System.Text.RegularExpressions;
using MyBudget.Tests.Architecture;

namespace MyBudget.Tests.Documentation;

/// <summary>What a page of the handbook points to is there.</summary>
public sealed partial class LinkTests
{
    private static readonly IReadOnlyList<string> Pages =
    [
        .. Directory.EnumerateFiles(Product.Folder, "*.md"),
        .. new[] { "docs", "docker", "firebase" }.SelectMany(folder =>
            Directory.EnumerateFiles(Path.Combine(Product.Folder, folder), "*.md", SearchOption.AllDirectories))
            .Where(page => !page.Contains("node_modules", StringComparison.Ordinal)),
    ];

    [Fact]
    public void a_link_leads_to_a_file_and_a_heading_of_it() => Pages
        .SelectMany(page => Link().Matches(File.ReadAllText(page)).Select(match => (Page: page, Target: match.Groups["target"].Value)))
        .Where(link => !link.Target.Contains("://", StringComparison.Ordinal)).ToList()
        .ShouldAllObey(link =>
        {
            var parts = link.Target.Split('#');
            var target = parts[0].Length == 0 ? link.Page : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(link.Page)!, parts[0]));
            var isThere = Path.Exists(target) && (parts.Length == 1 || Headings(target).Contains(parts[1]));
            return isThere ? null : $"{Path.GetRelativePath(Product.Folder, link.Page)}: {link.Target}";
        });

    [Fact]
    public void every_decision_is_in_their_index_under_its_title()
    {
        var folder = Path.Combine(Product.Folder, "docs/adr");
        var index = File.ReadAllText(Path.Combine(folder, "README.md"));
        Directory.EnumerateFiles(folder, "0*.md").ToList().ShouldAllObey(page =>
        {
            var title = File.ReadLines(page).First()["# 0000: ".Length..];
            var row = $"| [{Path.GetFileName(page)[..4]}]({Path.GetFileName(page)}) | {title} |";
            return index.Contains(row, StringComparison.Ordinal) ? null : row;
        });
    }

    /// <summary>As the pages' host makes anchors of headings.</summary>
    private static IEnumerable<string> Headings(string page) => Heading().Matches(File.ReadAllText(page))
        .Select(match => NotOfAnAnchor().Replace(match.Groups["text"].Value.ToLowerInvariant(), string.Empty).Replace(' ', '-'));

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (?<text>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex("[^a-z0-9 _-]", RegexOptions.None, 1000)]
    private static partial Regex NotOfAnAnchor();
}

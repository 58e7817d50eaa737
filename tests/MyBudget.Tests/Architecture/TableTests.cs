using System.Reflection;
using System.Text.RegularExpressions;
using MyBudget.Features.Transactions.Contracts;

namespace MyBudget.Tests.Architecture;

/// <summary>Statements cross no wall that types may not cross: they name others' tables by what the others publish.</summary>
public sealed class TableTests
{
    private static readonly Regex Martens = new(
        @"\bmt_(doc_|events|streams|event_progression)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private static readonly List<(string Name, string Home)> Published =
    [
        .. Product.Types.Where(type => type.Name.EndsWith("Tables", StringComparison.Ordinal) || type == typeof(DayTotals))
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public), (type, field) => (Home: HomeOf(type.Namespace!), Field: field))
            .Where(table => table.Field.IsLiteral).Select(table => ((string)table.Field.GetRawConstantValue()!, table.Home)),
    ];

    [Fact]
    public void a_table_is_named_by_its_owner_alone() => Published.ShouldAllObey(table =>
        Product.Files.FirstOrDefault(file => !IsIn(file, table.Home) && Names(file.Text, table.Name)) is { } other
            ? $"{other.Path}: {table.Name}"
            : null);

    [Fact]
    public void a_table_has_one_owner() => Published.ShouldAllObey(table =>
        Published.Count(other => other.Name == table.Name) > 1 ? table.Name : null);

    [Fact]
    public void only_who_publishes_a_table_knows_how_marten_names_it() => Product.Files
        .Where(file => file.Path != "Infrastructure/Database/DocumentTable.cs" && !Published.Any(table => IsIn(file, table.Home))).ToList()
        .ShouldAllObey(file => Martens.IsMatch(file.Text) ? file.Path : null);

    /// <summary>Within a string, or as a statement over several lines names it.</summary>
    private static bool Names(string text, string table) => Regex.IsMatch(
        text, $@"""[^""\n]*\b{table}\b[^""\n]*""|\b(from|join|into|update) {table}\b", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private static bool IsIn(SourceFile file, string home) => file.Path.StartsWith(home, StringComparison.Ordinal);

    /// <summary>A feature's <c>Contracts</c>, or the whole of a room.</summary>
    private static string HomeOf(string space) => $"{string.Join('/', space.Split('.').Skip(1).Take(Product.FeatureOf(space) is null ? 2 : 3))}/";
}

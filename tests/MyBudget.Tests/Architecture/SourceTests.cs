
namespace MyBudget.Tests.Architecture;

public sealed class SourceTests
{
    private const int Lines = 150;
    private const int LinesOfReviewed = 200;

    /// <summary>Files that would read worse in two.</summary>
    private static readonly Dictionary<string, string> Long = new(StringComparer.Ordinal)
    {
        ["BankFiles/Ofx/OfxTokenizer.cs"] = "one state machine",
    };

    /// <summary>Use cases that have more steps than the others.</summary>
    private static readonly Dictionary<string, string> LongSteps = new(StringComparer.Ordinal);

    /// <summary>Interfaces that have one implementation and a reason.</summary>
    private static readonly Dictionary<string, string> Lonely = new(StringComparer.Ordinal);

    [Fact]
    public void files_are_short() => Product.Files.ShouldAllObey(file =>
        file.Lines <= (Long.ContainsKey(file.Path) ? LinesOfReviewed : Lines) ? null : $"{file.Path}: {file.Lines} lines");

    [Fact]
    public void the_list_of_long_files_is_kept_up_to_date() => Long.Keys.ToList().ShouldAllObey(path =>
        Product.Files.Any(file => file.Path == path && file.Lines > Lines) ? null : $"{path} is not long any more");

    [Theory]
    [InlineData("Endpoint", 40)]
    [InlineData("Handler", 80)]
    [InlineData("Validator", 40)]
    public void the_files_of_a_use_case_are_small(string role, int lines) => Product.Files
        .Where(file => file.Path.StartsWith("Features/", StringComparison.Ordinal) && file.Path.Count(character => character == '/') == 3
                       && file.Path.EndsWith($"{role}.cs", StringComparison.Ordinal)).ToList()
        .ShouldAllObey(file => LinesBesidesDocumentation(file) <= lines || LongSteps.ContainsKey(file.Path) ? null : file.Path);

    [Fact]
    public void the_list_of_long_use_cases_is_kept_up_to_date() => LongSteps.Keys.Where(path =>
        !Product.Files.Any(file => file.Path == path && LinesBesidesDocumentation(file) > 80)).ShouldBeEmpty("not long any more");

    [Fact]
    public void program_is_an_outline() => Product.Files.Single(file => file.Path == "Program.cs").Lines.ShouldBeLessThanOrEqualTo(40);

    [Fact]
    public void an_interface_has_more_than_one_implementation() => Product.Types.Where(type => type.IsInterface).ToList().ShouldAllObey(type =>
        Product.Types.Count(other => other is { IsInterface: false, IsAbstract: false } && Implements(other, type)) > 1 || Lonely.ContainsKey(type.FullName!)
            ? null
            : type.FullName);

    [Fact]
    public void nothing_is_left_to_do() => Product.Files.ShouldAllObey(file =>
        new[] { "TODO", "FIXME", "HACK", "#region", "NotImplementedException" }.Any(mark => file.Text.Contains(mark, StringComparison.Ordinal))
            ? file.Path
            : null);

    /// <summary>Explaining more must not be what makes a file too long.</summary>
    private static int LinesBesidesDocumentation(SourceFile file) =>
        file.Text.Split('\n').Count(line => !line.TrimStart().StartsWith("///", StringComparison.Ordinal)) - 1;

    private static bool Implements(Type type, Type contract) =>
        type.GetInterfaces().Any(implemented => (implemented.IsGenericType ? implemented.GetGenericTypeDefinition() : implemented) == contract);
}

using System.Reflection;
using System.Runtime.CompilerServices;
using Mono.Cecil;

namespace MyBudget.Tests.Architecture;

/// <summary>The product as the rules see it: its types, its IL and its source.</summary>
internal static class Product
{
    public const string Root = "MyBudget";
    public const string Domain = "MyBudget.Domain";
    public const string Features = "MyBudget.Features";
    public const string BankFiles = "MyBudget.BankFiles";
    public const string Infrastructure = "MyBudget.Infrastructure";
    public const string Development = "MyBudget.Development";

    public static readonly Assembly Assembly = typeof(MyBudget.Domain.Money).Assembly;

    /// <summary>Every type somebody wrote, nested ones included.</summary>
    public static readonly IReadOnlyList<Type> Types =
        [.. Assembly.GetTypes().Where(type => IsIn(type.Namespace, Root) && !IsGenerated(type))];

    public static readonly ModuleDefinition Module = ModuleDefinition.ReadModule(Assembly.Location);

    public static readonly string Folder = FindFolder();

    public static string Source { get; } = Path.Combine(Folder, "src");

    public static readonly IReadOnlyList<SourceFile> Files =
    [
        .. Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Source, path).Replace('\\', '/'))
            .Where(path => !path.StartsWith("obj/", StringComparison.Ordinal) && !path.StartsWith("bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path, File.ReadAllText(Path.Combine(Source, path)))),
    ];

    /// <summary>Fails with the offenders; a rule about nothing fails too.</summary>
    public static void ShouldAllObey<T>(this IReadOnlyCollection<T> subjects, Func<T, string?> offence)
    {
        subjects.ShouldNotBeEmpty("a rule needs something to hold for");
        subjects.Select(offence).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList().ShouldBeEmpty();
    }

    public static bool IsIn(string? space, string root) =>
        space is not null && (space == root || space.StartsWith(root + ".", StringComparison.Ordinal));

    /// <summary>The feature of a namespace, or null outside features.</summary>
    public static string? FeatureOf(string space) => IsIn(space, Features) ? space.Split('.').ElementAtOrDefault(2) : null;

    /// <summary>The part of a namespace below its feature: a slice, <c>Contracts</c>, or null in the feature's root.</summary>
    public static string? SliceOf(string space) => IsIn(space, Features) ? space.Split('.').ElementAtOrDefault(3) : null;

    /// <summary>The part of the house a namespace is in: a feature, one of infrastructure's rooms, or one of the folders beside them.</summary>
    public static string RoomOf(string space) => space.Split('.') switch
    {
        [_, "Features" or "Infrastructure", var room, ..] => room,
        [_, var room, ..] => room,
        _ => string.Empty,
    };

    public static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static bool IsGenerated(Type type) =>
        type.Name.Contains('<', StringComparison.Ordinal)
        || type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        || type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute), inherit: false)
        || (type.DeclaringType is { } outer && IsGenerated(outer));

    private static string FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MyBudget.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("The tests run outside the repository, whose source some rules read.");
    }
}

/// <param name="Path">Below <c>src</c>.</param>
/// <param name="Text">All of it.</param>
internal sealed record SourceFile(string Path, string Text)
{
    public int Lines => Text.AsSpan().Count('\n');
}

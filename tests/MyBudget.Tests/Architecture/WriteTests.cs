using System.Reflection;
using MediatR;
using MyBudget.Infrastructure.EventStore;

namespace MyBudget.Tests.Architecture;

/// <summary>One way into a ledger, and decisions that can be read and tried without it.</summary>
public sealed class WriteTests
{
    private static readonly string[] MartensOwn = ["StartStream", "Append", "AppendOne", "AppendMany", "FetchForWriting", "FetchForExclusiveWriting", "WriteToAggregate"];

    /// <summary>Whatever appends to a ledger: use cases, and reactions to what others append.</summary>
    private static readonly List<Type> Appending =
    [
        .. References.Calls()
            .Where(call => call.Called.DeclaringType.FullName == typeof(LedgerWrite).FullName && call.Called.Name is "Start" or "StartNew" or "Append")
            .Select(call => References.Outermost(call.In.DeclaringType)).DistinctBy(type => type.FullName)
            .Where(type => Product.IsIn(type.Namespace, Product.Features))
            .Select(type => Product.Assembly.GetType(type.FullName, throwOnError: true)!),
    ];

    /// <summary>What appends without anything to decide.</summary>
    private static readonly Dictionary<string, string> Undecided = new(StringComparer.Ordinal)
    {
        ["CreateDefaultCategories"] = "a new ledger gets what its language's list has",
        ["CategoriesOfBudgets"] = "its callers say what becomes of each budget's categories",
    };

    [Fact]
    public void only_the_writer_appends_to_ledgers() => References.Calls().ToList().ShouldAllObey(call =>
        MartensOwn.Contains(call.Called.Name) && call.Called.DeclaringType.Namespace is { } space && space.StartsWith("Marten", StringComparison.Ordinal)
            ? References.Outermost(call.In.DeclaringType).FullName
            : null);

    [Fact]
    public void what_appends_has_a_pure_decision() => Appending.Where(type => !Undecided.ContainsKey(type.Name)).ToList().ShouldAllObey(type =>
        type.GetMethod("Decide", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic) is { } decide && decide.GetParameters().All(IsPlain)
            ? null
            : type.FullName);

    [Fact]
    public void the_list_of_what_decides_nothing_is_kept_up_to_date() => Undecided.Keys.ToList().ShouldAllObey(name =>
        Appending.Any(type => type.Name == name) ? null : name);

    /// <summary>A state, an input, facts, who and when: no session, no service, nothing to wait for.</summary>
    private static bool IsPlain(ParameterInfo parameter) =>
        !parameter.ParameterType.IsInterface || parameter.ParameterType.IsGenericType
            ? parameter.ParameterType.Namespace is not { } space
              || !(space.StartsWith("Marten", StringComparison.Ordinal) || space.StartsWith("Npgsql", StringComparison.Ordinal)
                   || Product.IsIn(space, typeof(LedgerWrite).Namespace!)) && !parameter.ParameterType.IsAssignableTo(typeof(IMediator))
                  && !parameter.ParameterType.IsAssignableTo(typeof(TimeProvider)) && !parameter.ParameterType.IsAssignableTo(typeof(Delegate))
            : false;
}

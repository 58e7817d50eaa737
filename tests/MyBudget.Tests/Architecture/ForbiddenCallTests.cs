using Mono.Cecil;
using MyBudget.Infrastructure.Database;

namespace MyBudget.Tests.Architecture;

public sealed class ForbiddenCallTests
{
    private static readonly HashSet<string> Forbidden = new(StringComparer.Ordinal)
    {
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today",
        "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow", "System.Guid.NewGuid",
        "System.Threading.Tasks.Task`1.get_Result", "System.Threading.Tasks.ValueTask`1.get_Result",
        "System.Threading.Tasks.Task.Wait", "System.Threading.Tasks.Task.WaitAll", "System.Threading.Tasks.Task.WaitAny",
        "System.Threading.Thread.Sleep",
    };

    [Fact]
    public void time_ids_and_waiting_are_asked_for_properly() => References.Calls().ToList().ShouldAllObey(call =>
        Forbidden.Contains($"{Definition(call.Called.DeclaringType).FullName}.{call.Called.Name}") ? Say(call.In, call.Called) : null);

    [Fact]
    public void nothing_blocks_on_an_awaiter() => References.Calls().ToList().ShouldAllObey(call =>
        call.Called.Name == "GetResult" && call.In.Name != "MoveNext"
        && Definition(call.Called.DeclaringType).FullName.Contains("TaskAwaiter", StringComparison.Ordinal) ? Say(call.In, call.Called) : null);

    [Fact]
    public void stored_documents_are_never_queried_synchronously() => References.Calls().ToList().ShouldAllObey(call =>
        call.Called.DeclaringType.FullName == "System.Linq.Queryable" && Definition(call.Called.ReturnType).Name is not ("IQueryable`1" or "IOrderedQueryable`1")
        && call.Called.Name != "AsQueryable" ? Say(call.In, call.Called) : null);

    [Fact]
    public void sessions_begin_in_the_one_way_that_knows_of_statements_that_ended_them() => References.Calls().ToList().ShouldAllObey(call =>
        call.Called.Name == "BeginTransactionAsync" && call.Called.DeclaringType.Namespace == "Marten"
        && References.Outermost(call.In.DeclaringType).FullName != typeof(SessionTransaction).FullName ? Say(call.In, call.Called) : null);

    private static TypeReference Definition(TypeReference type) => type is GenericInstanceType generic ? generic.ElementType : type;

    private static string Say(MethodDefinition within, MethodReference called) =>
        $"{References.Outermost(within.DeclaringType).FullName} calls {Definition(called.DeclaringType).Name}.{called.Name}";
}

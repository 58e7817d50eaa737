using System.Reflection;
using Marten;
using MyBudget.Infrastructure.Security;
using Npgsql;

namespace MyBudget.Tests.Architecture;

/// <summary>Where the first statement checks access, nothing reaches the database but through what makes that check.</summary>
public sealed class LateAccessTests
{
    private static readonly Type[] PastTheCheck = [typeof(NpgsqlDataSource), typeof(IQuerySession), typeof(IDocumentSession), typeof(IDocumentStore)];

    private static readonly List<Type> Endpoints =
    [
        .. References.Calls().Where(call => call.Called.Name == nameof(LateAccess.WithLateAccess))
            .Select(call => References.Outermost(call.In.DeclaringType).FullName).Distinct()
            .Select(name => Product.Assembly.GetType(name, throwOnError: true)!),
    ];

    [Fact]
    public void a_use_case_with_late_access_reaches_its_ledger_in_no_other_way() => Endpoints.ShouldAllObey(endpoint =>
    {
        var handed = Product.Assembly.GetTypes().Where(type => type.Namespace == endpoint.Namespace)
            .SelectMany(type => type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            .SelectMany(constructor => constructor.GetParameters());
        return handed.Any(parameter => PastTheCheck.Contains(parameter.ParameterType)) ? endpoint.FullName : null;
    });
}

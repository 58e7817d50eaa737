using System.Runtime.CompilerServices;
using Npgsql;

namespace MyBudget.Infrastructure.Database;

/// <summary>
/// What is known of the hosts of a database that fails over: which one leads, and which are away. It stands for long, because asking one that is
/// away takes its time whenever it is asked; a caller that finds the database away has all of it forgotten, so that the new leader is found.
/// </summary>
internal static class DatabaseHosts
{
    private static readonly ConditionalWeakTable<NpgsqlMultiHostDataSource, object> Known = [];

    public static NpgsqlDataSource Primary(NpgsqlMultiHostDataSource hosts)
    {
        Known.Add(hosts, hosts.ConnectionString);
        return hosts.WithTargetSession(TargetSessionAttributes.Primary);
    }

    public static void Forget()
    {
        foreach (var (hosts, _) in Known) hosts.ClearDatabaseStates();
    }
}

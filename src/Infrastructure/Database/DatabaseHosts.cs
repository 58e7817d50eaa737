using System.Collections.Concurrent;

namespace MyBudget.Infrastructure.Database;

/// <summary>
/// What is known of the hosts of a database that fails over: which one leads, and which are away. It is kept for long, because asking a host
/// that is away takes its time whenever it is asked; once the database is found to be away all of it is forgotten, so that the new leader is
/// found.
/// </summary>
internal sealed class DatabaseHosts
{
    private readonly ConcurrentBag<NpgsqlMultiHostDataSource> _known = [];

    public NpgsqlDataSource Primary(NpgsqlMultiHostDataSource hosts)
    {
        _known.Add(hosts);
        return hosts.WithTargetSession(TargetSessionAttributes.Primary);
    }

    public void Forget()
    {
        foreach (var hosts in _known) hosts.ClearDatabaseStates();
    }
}

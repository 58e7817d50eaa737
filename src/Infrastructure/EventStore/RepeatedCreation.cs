using Marten;
using MyBudget.Domain;
using Npgsql;

namespace MyBudget.Infrastructure.EventStore;

/// <summary>A client that lost the response to a creation sends it again with the same id.</summary>
public static class RepeatedCreation
{
    /// <summary>Those of the ids that are in use, in one read.</summary>
    public static async Task<IReadOnlySet<Guid>> InUseAsync(
        this IDocumentSession session, IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        Guid[] asked = [.. ids];
        var used = new HashSet<Guid>();
        if (asked.Length == 0) return used;

        await using var command = new NpgsqlCommand("select id from mt_streams where tenant_id = $1 and id = any ($2)");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = session.TenantId });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = asked });
        await using var reader = await session.ExecuteReaderAsync(command, cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) used.Add(reader.GetGuid(0));
        return used;
    }

    /// <summary>Whether the id was used before, for the same content.</summary>
    /// <typeparam name="TFirst">The event that such an entity begins with.</typeparam>
    /// <exception cref="RuleViolation">The id belongs to something else: <c>http.id-taken</c>, 409.</exception>
    public static async Task<bool> IsRepeatOfAsync<TFirst>(
        this IDocumentSession session, Guid? clientId, Func<TFirst, bool> isSame, CancellationToken cancellationToken)
    {
        if (clientId is not { } id) return false;

        var events = await session.Events.FetchStreamAsync(id, version: 1, token: cancellationToken);
        if (events.Count == 0) return false;
        return events[0].Data is TFirst first && isSame(first)
            ? true
            : throw RuleViolation.Conflict("http.id-taken", "Something else in this ledger has this id.");
    }
}

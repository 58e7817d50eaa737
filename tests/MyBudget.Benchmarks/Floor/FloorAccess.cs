using Npgsql;

namespace MyBudget.Benchmarks.Floor;

/// <summary>Who asks, and the condition that every statement of the floor carries: the sign-in is alive and its user is a member.</summary>
internal readonly record struct FloorCaller(Guid SessionId, Guid UserId, Guid LedgerId)
{
    /// <summary>One row if the caller may read; its parameters are the first three of every statement.</summary>
    public const string Member =
        """
        (select m.ledger_id, m.user_id, m.role from floor.sign_ins s join floor.members m on m.user_id = s.user_id
         where s.id = $1 and s.user_id = $2 and s.ended_at is null and m.ledger_id = $3) member
        """;

    public static bool TryRead(HttpContext http, Guid ledgerId, out FloorCaller caller)
    {
        var known = Guid.TryParse(http.User.FindFirst("sid")?.Value, out var session) & Guid.TryParse(http.User.FindFirst("sub")?.Value, out var user);
        caller = new FloorCaller(session, user, ledgerId);
        return known;
    }

    public NpgsqlCommand Command(NpgsqlDataSource database, string sql)
    {
        var command = database.CreateCommand(sql);
        Add(command, SessionId);
        Add(command, UserId);
        Add(command, LedgerId);
        return command;
    }

    public static void Add<T>(NpgsqlCommand command, T value) => command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });

    public static void AddNullable(NpgsqlCommand command, object? value, NpgsqlTypes.NpgsqlDbType type) =>
        command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value, NpgsqlDbType = type });
}

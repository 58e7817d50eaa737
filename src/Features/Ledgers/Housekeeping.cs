using MyBudget.Infrastructure.Hosting;
using Npgsql;

namespace MyBudget.Features.Ledgers;

/// <summary>Deletes invitations that have expired: they name people who may not be users at all.</summary>
internal sealed class Housekeeping(NpgsqlDataSource database, TimeProvider time, ILogger<Housekeeping> logger) : HourlySweep(time, logger)
{
    public override async Task SweepAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("delete from mt_doc_ledger_invitation where (data->>'expiresAt')::timestamptz <= $1");
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = Time.GetUtcNow().UtcDateTime });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using Marten;
using MyBudget.Domain;
using MyBudget.Features.Budgets.Spending;
using MyBudget.Infrastructure.EventStore;
using Npgsql;

namespace MyBudget.Features.Budgets;

/// <summary>Reads budgets with what they spent, in one statement, and computes how they stand.</summary>
internal sealed class BudgetStatusRows(NpgsqlDataSource database)
{
    private static readonly JsonSerializerOptions Stored = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    // $3 is the last day that is asked for and $4 the first. Where nothing is carried over only the periods between are needed, and
    // no period is longer than its kind allows.
    private const string Select =
        $"""
        select b.data, s.starts, s.currencies, s.spent
        from mt_doc_budget b
        cross join lateral (
          select array_agg(r.period_start) as starts, array_agg(r.currency) as currencies, array_agg(r.spent) as spent
          from {BudgetSpendingProjection.Table} r
          where r.ledger_id = $1 and r.budget_id = b.id and r.period_start <= $3
            and (b.data->>'rollover' <> 'none' or r.period_start > least($4, (b.data->>'endsOn')::date) -
              case b.data->>'period' when 'week' then 7 when 'month' then 31 when 'quarter' then 92 when 'year' then 366 else 200000 end)
        ) s
        where b.tenant_id = $2
        """;

    /// <summary>Null when there is no such budget.</summary>
    /// <exception cref="RuleViolation"><c>budgets.not-started</c></exception>
    public async Task<BudgetStatusView?> FindAsync(Guid ledgerId, Guid id, DateOnly on, CancellationToken cancellationToken)
    {
        await using var command = Command($"{Select} and b.id = $5", ledgerId, on, on);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        return (await StatusesAsync(command, on, cancellationToken)).SingleOrDefault();
    }

    /// <summary>Every budget that has started by that day, by name.</summary>
    public async Task<IReadOnlyList<BudgetStatusView>> ListAsync(Guid ledgerId, DateOnly on, CancellationToken cancellationToken)
    {
        await using var command = Command(
            $"{Select} and (b.data->>'startsOn')::date <= $3 order by b.data->>'name' collate \"und-x-icu\", b.id", ledgerId, on, on);
        return await StatusesAsync(command, on, cancellationToken);
    }

    /// <summary>Those of the budgets that are there, with all that is needed for any day between the two.</summary>
    public static async Task<IReadOnlyList<BudgetBook>> BooksAsync(
        IQuerySession session, Guid ledgerId, Guid[] ids, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        await using var command = Bound(new NpgsqlCommand($"{Select} and b.id = any($5)"), ledgerId, first, last);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = ids });
        await using var reader = await session.ExecuteReaderAsync(command, cancellationToken);
        return await ReadAsync(reader, cancellationToken);
    }

    private static async Task<IReadOnlyList<BudgetStatusView>> StatusesAsync(NpgsqlCommand command, DateOnly on, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return [.. (await ReadAsync(reader, cancellationToken)).Select(book => new BudgetStatusView(book.Budget.Id, on, book.StatusOn(on)))];
    }

    private static async Task<IReadOnlyList<BudgetBook>> ReadAsync(DbDataReader reader, CancellationToken cancellationToken)
    {
        var books = new List<BudgetBook>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var budget = JsonSerializer.Deserialize<Budget>(reader.GetFieldValue<byte[]>(0), Stored)!;
            books.Add(reader.IsDBNull(1)
                ? new BudgetBook(budget, [], [], [])
                : new BudgetBook(budget, reader.GetFieldValue<DateOnly[]>(1), reader.GetFieldValue<string[]>(2), reader.GetFieldValue<long[]>(3)));
        }

        return books;
    }

    private NpgsqlCommand Command(string sql, Guid ledgerId, DateOnly first, DateOnly last) =>
        Bound(database.CreateCommand(sql), ledgerId, first, last);

    private static NpgsqlCommand Bound(NpgsqlCommand command, Guid ledgerId, DateOnly first, DateOnly last)
    {
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = ledgerId });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = LedgerScope.TenantOf(ledgerId) });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = last });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = first });
        return command;
    }
}

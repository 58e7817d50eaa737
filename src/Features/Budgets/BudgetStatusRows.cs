using System.Text.Json;
using System.Text.Json.Serialization;
using MyBudget.Domain;
using MyBudget.Features.Budgets.Spending;
using MyBudget.Infrastructure.Persistence;
using Npgsql;

namespace MyBudget.Features.Budgets;

/// <summary>Reads budgets with what they spent, in one statement, and reckons how they stand.</summary>
internal sealed class BudgetStatusRows(NpgsqlDataSource database)
{
    private static readonly JsonSerializerOptions Stored = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    // Where nothing is carried over only the asked period is needed, and no period is longer than its kind allows.
    private const string Select =
        $"""
        select b.data, s.starts, s.currencies, s.spent
        from mt_doc_budget b
        cross join lateral (
          select array_agg(r.period_start) as starts, array_agg(r.currency) as currencies, array_agg(r.spent) as spent
          from {BudgetSpendingProjection.Table} r
          where r.ledger_id = $1 and r.budget_id = b.id and r.period_start <= $3
            and (b.data->>'rollover' <> 'none' or r.period_start > least($3, (b.data->>'endsOn')::date) -
              case b.data->>'period' when 'week' then 7 when 'month' then 31 when 'quarter' then 92 when 'year' then 366 else 200000 end)
        ) s
        where b.tenant_id = $2
        """;

    /// <summary>Null when there is no such budget.</summary>
    /// <exception cref="RuleViolation"><c>budgets.not-started</c></exception>
    public async Task<BudgetStatusView?> FindAsync(Guid ledgerId, Guid id, DateOnly on, CancellationToken cancellationToken)
    {
        await using var command = Command($"{Select} and b.id = $4", ledgerId, on);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        return (await ReadAsync(command, on, cancellationToken)).SingleOrDefault();
    }

    /// <summary>Every budget that has started by that day, by name.</summary>
    public async Task<IReadOnlyList<BudgetStatusView>> ListAsync(Guid ledgerId, DateOnly on, CancellationToken cancellationToken)
    {
        await using var command = Command(
            $"{Select} and (b.data->>'startsOn')::date <= $3 order by lower(b.data->>'name'), b.id", ledgerId, on);
        return await ReadAsync(command, on, cancellationToken);
    }

    private static async Task<IReadOnlyList<BudgetStatusView>> ReadAsync(
        NpgsqlCommand command, DateOnly on, CancellationToken cancellationToken)
    {
        var statuses = new List<BudgetStatusView>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var budget = JsonSerializer.Deserialize<Budget>(reader.GetFieldValue<byte[]>(0), Stored)!;
            var status = reader.IsDBNull(1)
                ? StatusOf(budget, on, [], [], [])
                : StatusOf(
                    budget, on, reader.GetFieldValue<DateOnly[]>(1), reader.GetFieldValue<string[]>(2), reader.GetFieldValue<long[]>(3));
            statuses.Add(BudgetStatusView.Of(budget.Id, on, status));
        }

        return statuses;
    }

    private static BudgetStatus StatusOf(Budget budget, DateOnly on, DateOnly[] starts, string[] currencies, long[] spent)
    {
        var plan = budget.ToPlan();
        var current = plan.Schedule.PeriodAt(on)?.Start;
        var spentByPeriodStart = new Dictionary<DateOnly, long>(starts.Length);
        var unconverted = new Dictionary<Currency, long>();
        for (var i = 0; i < starts.Length; i++)
        {
            if (currencies[i] == budget.Currency.Code) spentByPeriodStart.Add(starts[i], spent[i]);
            else if (starts[i] == current) unconverted.Add(Currency.Of(currencies[i]), spent[i]);
        }

        return BudgetMath.StatusOn(plan, on, spentByPeriodStart, unconverted);
    }

    private NpgsqlCommand Command(string sql, Guid ledgerId, DateOnly on)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = ledgerId });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = LedgerScope.TenantOf(ledgerId) });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = on });
        return command;
    }
}

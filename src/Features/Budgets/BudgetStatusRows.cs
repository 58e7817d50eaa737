using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using Marten;
using MyBudget.Domain;
using MyBudget.Features.Budgets.Contracts;
using MyBudget.Infrastructure.Database;
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

    /// <summary>Null when there is no such budget.</summary>
    /// <exception cref="RuleViolation"><c>budgets.not-started</c></exception>
    public async Task<BudgetStatusView?> FindAsync(Guid ledgerId, Guid id, DateOnly on, CancellationToken cancellationToken) =>
        (await StatusesAsync($"{Budgets(ledgerId, on, on)} and b.id = {id}", on, cancellationToken)).SingleOrDefault();

    /// <summary>Every budget that has started by that day, by name.</summary>
    public Task<IReadOnlyList<BudgetStatusView>> ListAsync(Guid ledgerId, DateOnly on, CancellationToken cancellationToken) => StatusesAsync(
        $"""
         {Budgets(ledgerId, on, on)} and (b.data->>'startsOn')::date <= {on} order by b.data->>'name' collate "und-x-icu", b.id
         """, on, cancellationToken);

    /// <summary>Those of the budgets that are there, with all that is needed for any day between the two.</summary>
    public static Task<IReadOnlyList<BudgetBook>> BooksAsync(
        IQuerySession session, Guid ledgerId, Guid[] ids, DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
        session.Sql($"{Budgets(ledgerId, first, last)} and b.id = any({ids})").ListAsync(Read, cancellationToken);

    private async Task<IReadOnlyList<BudgetStatusView>> StatusesAsync(Sql budgets, DateOnly on, CancellationToken cancellationToken) =>
        [.. (await database.Sql(budgets).ListAsync(Read, cancellationToken))
            .Select(book => new BudgetStatusView(book.Budget.Id, on, book.StatusOn(on)))];

    // Where nothing is carried over only the periods between the two days are needed, and no period is longer than its kind allows.
    private static Sql Budgets(Guid ledgerId, DateOnly first, DateOnly last) =>
        $"""
         select b.data, s.starts, s.currencies, s.spent
         from {BudgetsTables.Budgets:raw} b
         cross join lateral (
           select array_agg(r.period_start) as starts, array_agg(r.currency) as currencies, array_agg(r.spent) as spent
           from {BudgetsTables.Spending:raw} r
           where r.ledger_id = {ledgerId} and r.budget_id = b.id and r.period_start <= {last}
             and (b.data->>'rollover' <> 'none' or r.period_start > least({first}, (b.data->>'endsOn')::date) -
               case b.data->>'period' when 'week' then 7 when 'month' then 31 when 'quarter' then 92 when 'year' then 366 else 200000 end)
         ) s
         where b.tenant_id = {LedgerScope.TenantOf(ledgerId)}
         """;

    private static BudgetBook Read(DbDataReader row)
    {
        var budget = JsonSerializer.Deserialize<Budget>(row.GetFieldValue<byte[]>(0), Stored)!;
        return row.IsDBNull(1)
            ? new BudgetBook(budget, [], [], [])
            : new BudgetBook(budget, row.GetFieldValue<DateOnly[]>(1), row.GetFieldValue<string[]>(2), row.GetFieldValue<long[]>(3));
    }
}

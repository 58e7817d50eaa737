using Npgsql;

namespace MyBudget.Benchmarks.Floor;

/// <summary>How the budgets of the benchmark stand: monthly from a first of the month, with one category each.</summary>
internal static class FloorBudgets
{
    private const string All =
        $"""
        with today as (
          select category_id, -sum(amount)::bigint as spent from floor.transactions
          where ledger_id = $3 and date = $5 and deleted_at is null group by category_id)
        select b.id, b.amount, b.starts_on, b.surplus, b.threshold, s.month, coalesce(s.spent, 0), coalesce(today.spent, 0)
        from {FloorCaller.Member} join floor.budgets b using (ledger_id) left join today using (category_id)
        left join floor.budget_spent s on s.ledger_id = b.ledger_id and s.budget_id = b.id and s.month between b.starts_on and $4
          and (b.surplus or s.month = $4)
        order by lower(b.name), b.id, s.month
        """;

    public static async Task<FloorStatusPage> StatusAsync(NpgsqlDataSource database, FloorCaller caller, DateOnly on)
    {
        var month = new DateOnly(on.Year, on.Month, 1);
        await using var command = caller.Command(database, All);
        FloorCaller.Add(command, month);
        FloorCaller.Add(command, on);
        await using var row = await command.ExecuteReaderAsync();
        var statuses = new List<FloorStatus>();
        Standing? standing = null;
        while (await row.ReadAsync())
        {
            if (standing is null || standing.Budget != row.GetGuid(0))
            {
                if (standing is not null) statuses.Add(standing.On(on, month));
                standing = new Standing(row.GetGuid(0), row.GetInt64(1), row.GetFieldValue<DateOnly>(2), row.GetBoolean(3), row.GetInt32(4), row.GetInt64(7));
            }

            if (!await row.IsDBNullAsync(5)) standing.Spend(row.GetFieldValue<DateOnly>(5), row.GetInt64(6));
        }

        if (standing is not null) statuses.Add(standing.On(on, month));
        return new FloorStatusPage(statuses, null);
    }

    private sealed class Standing(Guid budget, long amount, DateOnly startsOn, bool surplus, int threshold, long today)
    {
        private DateOnly _month = startsOn;
        private long _carriedOver;
        private long _spent;

        public Guid Budget => budget;

        public void Spend(DateOnly month, long spent)
        {
            CarryTo(month);
            _spent = spent;
        }

        public FloorStatus On(DateOnly on, DateOnly month)
        {
            CarryTo(month);
            var end = month.AddMonths(1).AddDays(-1);
            var available = amount + _carriedOver;
            var remaining = available - _spent;
            var percent = _spent <= 0 ? 0 : available > 0 ? 100 * _spent / available : 100;
            var state = remaining < 0 ? "exceeded" : percent >= threshold ? "warning" : "onTrack";
            var daysLeft = end.DayNumber - on.DayNumber + 1;
            return new FloorStatus(
                budget, on, month, end, _carriedOver, available, _spent, remaining, percent, state, daysLeft, Math.Max(0, remaining) / daysLeft,
                (Math.Max(0, remaining + today) / daysLeft) - today, []);
        }

        private void CarryTo(DateOnly month)
        {
            for (; _month < month; _month = _month.AddMonths(1), _spent = 0)
                _carriedOver = surplus ? Math.Max(0, amount + _carriedOver - _spent) : 0;
        }
    }
}

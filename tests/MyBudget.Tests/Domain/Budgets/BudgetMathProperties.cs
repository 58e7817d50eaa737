using CsCheck;
using MyBudget.Domain;
using MyBudget.Domain.Budgets;

namespace MyBudget.Tests.Domain.Budgets;

public sealed class BudgetMathProperties
{
    private static readonly Currency Euro = Currency.Of("EUR");
    private static readonly Guid Food = Guid.CreateVersion7();
    private static readonly Guid Bank = Guid.CreateVersion7();
    private static readonly DateOnly Start = new(2023, 12, 31);
    private static readonly BudgetScope Everything = new(new HashSet<Guid>(), new HashSet<Guid>());

    private static readonly Gen<BudgetPlan> Plans = Gen.Select(
        Gen.Enum<PeriodKind>(),
        Gen.Int[-40, 800],
        Gen.Enum<Rollover>(),
        Gen.Select(Gen.Int[0, 800], Gen.Long[-500, 5_000], (days, amount) => new BudgetAmount(Start.AddDays(days), amount)).Array[1, 4],
        (kind, length, rollover, amounts) => new BudgetPlan(Schedule(kind, length), amounts, rollover, [50, 80, 100]));

    private static readonly Gen<(int Day, long Amount, bool OnlyPeriod)[]> Changes =
        Gen.Select(Gen.Int[-20, 900], Gen.Long[0, 3], Gen.Bool, (day, amount, only) => (day, amount, only)).Array[0, 12];

    private static readonly Gen<BudgetLine[]> Entries = Gen.Select(
        Gen.Int[-60, 900], Gen.Long[-4_000, 4_000], Gen.Bool, Gen.Bool,
        (days, amount, categorised, onBudget) => new BudgetLine(
            Start.AddDays(days),
            amount,
            Euro,
            categorised ? Food : null,
            categorised ? CategoryKind.Expense : null,
            Bank,
            onBudget))
        .Array[0, 60];

    [Fact]
    public void What_is_carried_over_is_what_the_previous_period_left() => Gen.Select(Plans, Entries).Sample((plan, entries) =>
    {
        var tally = Tallied(plan, entries);
        BudgetStatus? previous = null;
        foreach (var status in Periods(plan).Select(period => tally.StatusOn(plan, period.Start)))
        {
            var left = previous?.Remaining ?? 0;
            status.CarriedOver.ShouldBe(plan.Rollover switch
            {
                Rollover.Surplus => Math.Max(0, left),
                Rollover.Deficit => Math.Min(0, left),
                Rollover.Both => left,
                _ => 0,
            });
            status.Remaining.ShouldBe(status.Available - status.Spent);
            previous = status;
        }
    });

    [Fact]
    public void Carrying_everything_leaves_all_amounts_less_all_spending() => Gen.Select(Plans, Entries).Sample((given, entries) =>
    {
        var plan = given with { Rollover = Rollover.Both };
        var without = plan with { Rollover = Rollover.None };
        var tally = Tallied(plan, entries);
        var alone = Periods(plan).Select(period => tally.StatusOn(without, period.Start)).ToList();

        tally.StatusOn(plan, Periods(plan).Last().Start).Remaining.ShouldBe(alone.Sum(status => status.Available - status.Spent));
    });

    [Fact]
    public void The_periods_together_spent_what_all_matching_entries_did() => Gen.Select(Plans, Entries).Sample((plan, entries) =>
    {
        var tally = Tallied(plan, entries);
        var end = plan.Schedule.EndsOn ?? DateOnly.MaxValue;
        var matching = entries.Where(line => line.AccountOnBudget && (line.CategoryId is not null || line.Amount < 0)
            && line.Date >= plan.Schedule.StartsOn && line.Date <= end);

        Periods(plan).Sum(period => tally.StatusOn(plan, period.Start).Spent).ShouldBe(-matching.Sum(line => line.Amount));
    });

    [Fact]
    public void Within_a_period_only_the_days_left_and_their_allowance_change() =>
        Gen.Select(Plans, Entries, Gen.Int[0, 900]).Sample((plan, entries, days) =>
        {
            var tally = Tallied(plan, entries);
            var on = Start.AddDays(days);
            var status = tally.StatusOn(plan, on);
            var first = tally.StatusOn(plan, status.PeriodStart);

            (status with { DaysLeft = 0, DailyAllowance = 0, LeftToday = 0, Unconverted = first.Unconverted })
                .ShouldBe(first with { DaysLeft = 0, DailyAllowance = 0, LeftToday = 0 });
            status.DaysLeft.ShouldBe(Math.Max(0, status.PeriodEnd.DayNumber - on.DayNumber + 1));
            (status.DailyAllowance * status.DaysLeft).ShouldBeLessThanOrEqualTo(Math.Max(0, status.Remaining));
            status.PercentUsed.ShouldBeGreaterThanOrEqualTo(0);
        });

    [Fact]
    public void A_change_of_amount_moves_only_the_periods_that_it_is_for() => Gen.Select(Gen.Int[1, 3], Changes).Sample((every, changes) =>
    {
        var schedule = new PeriodSchedule(PeriodKind.Month, Start, every: every);
        IReadOnlyList<BudgetAmount> amounts = [new BudgetAmount(Start, 1)];
        // What was decided for each period: lasting until a later one, or alone.
        var (lasting, single) = (new SortedDictionary<int, long> { [0] = 1 }, new Dictionary<int, long>());
        foreach (var (day, amount, onlyPeriod) in changes)
        {
            var period = schedule.PeriodDecidedOn(Start.AddDays(day));
            amounts = onlyPeriod ? amounts.OnlyIn(period, amount) : amounts.FromThenOn(period, amount);
            if (onlyPeriod && InForce(period.Index, alone: false) == amount) single.Remove(period.Index);
            else if (onlyPeriod) single[period.Index] = amount;
            else
            {
                single.Remove(period.Index);
                lasting.Remove(period.Index);
                if (period.Index == 0 || InForce(period.Index, alone: false) != amount) lasting[period.Index] = amount;
            }

            foreach (var index in Enumerable.Range(0, 40)) amounts.In(schedule.At(index)).ShouldBe(InForce(index, alone: true));
        }

        long InForce(int index, bool alone) => alone && single.TryGetValue(index, out var amount)
            ? amount
            : lasting.Last(entry => entry.Key <= index).Value;
    });

    private static PeriodSchedule Schedule(PeriodKind kind, int length) => kind is not PeriodKind.Once && length < 0
        ? new PeriodSchedule(kind, Start)
        : new PeriodSchedule(kind, Start, Start.AddDays(Math.Abs(length)));

    private static IEnumerable<Period> Periods(BudgetPlan plan)
    {
        var last = plan.Schedule.PeriodAt(Start.AddDays(1_000));
        return Enumerable.Range(0, last!.Value.Index + 1).Select(plan.Schedule.At);
    }

    private static Tally Tallied(BudgetPlan plan, BudgetLine[] entries)
    {
        var tally = new Tally(Everything, plan.Schedule, Euro);
        foreach (var line in entries)
        {
            tally.Add(line);
        }

        return tally;
    }
}

using MyBudget.Domain;
using MyBudget.Domain.Budgets;

namespace MyBudget.Tests.Domain.Budgets;

public sealed class BudgetMathTests
{
    private static readonly DateOnly January = new(2026, 1, 1);
    private static readonly DateOnly February = new(2026, 2, 1);
    private static readonly DateOnly March = new(2026, 3, 1);

    [Fact]
    public void A_change_of_amount_applies_from_its_period_on_and_earlier_ones_keep_theirs()
    {
        var plan = Monthly(Rollover.Both) with { Amounts = [new(January, 100), new(March, 300), new(February, 200)] };

        Status(plan, January).Available.ShouldBe(100);
        Status(plan, February).Available.ShouldBe(300);
        Status(plan, March).Available.ShouldBe(600);
        Status(plan, March.AddMonths(1)).CarriedOver.ShouldBe(600);
        Status(plan with { Rollover = Rollover.None }, February).Available.ShouldBe(200);
    }

    [Fact]
    public void Of_two_changes_in_one_period_the_later_holds_and_a_day_inside_means_its_period()
    {
        var plan = Monthly(Rollover.None) with { Amounts = [new(January, 100), new(March, 300), new(March, 350)] };

        Status(plan, March).Available.ShouldBe(350);
        Status(plan with { Amounts = [new(January, 100), new(March.AddDays(14), 300)] }, March).Available.ShouldBe(300);
        Status(plan with { Amounts = [new(March, 300)] }, January).Available.ShouldBe(300);
        Should.Throw<ArgumentException>(() => Status(plan with { Amounts = [] }, January));
    }

    [Fact]
    public void A_change_applies_from_the_period_of_the_day_it_is_decided()
    {
        var schedule = new PeriodSchedule(PeriodKind.Month, January, new DateOnly(2026, 3, 15));

        schedule.PeriodDecidedOn(January.AddDays(-40)).Start.ShouldBe(January);
        schedule.PeriodDecidedOn(February.AddDays(9)).Start.ShouldBe(February);
        schedule.PeriodDecidedOn(March.AddMonths(5)).Start.ShouldBe(March);
    }

    [Fact]
    public void A_day_before_the_start_is_a_broken_rule()
    {
        var violation = Should.Throw<RuleViolation>(() => Status(Monthly(Rollover.None), January.AddDays(-1)));

        violation.Code.ShouldBe("budgets.not-started");
        violation.IsConflict.ShouldBeFalse();
        violation.Arguments["startsOn"].ShouldBe(January);
    }

    [Fact]
    public void The_last_period_is_clipped_keeps_its_whole_amount_and_stays_after_the_end()
    {
        var end = new DateOnly(2026, 2, 10);
        var plan = Monthly(Rollover.Both) with { Schedule = new PeriodSchedule(PeriodKind.Month, January, end) };
        var onTheLastDay = Status(plan, end, (January, 40), (February, 10));

        onTheLastDay.ShouldSatisfyAllConditions(
            status => status.PeriodEnd.ShouldBe(end),
            status => status.Available.ShouldBe(160),
            status => status.DaysLeft.ShouldBe(1),
            status => status.DailyAllowance.ShouldBe(150));
        Same(Status(plan, end.AddDays(1), (January, 40), (February, 10)), onTheLastDay with { DaysLeft = 0, DailyAllowance = 0, LeftToday = 0 });
        Same(Status(plan, DateOnly.MaxValue, (January, 40), (February, 10)), onTheLastDay with { DaysLeft = 0, DailyAllowance = 0, LeftToday = 0 });
    }

    [Theory]
    [InlineData(0, 0, 0, "OnTrack")]
    [InlineData(0, 1, 100, "Exceeded")]
    [InlineData(0, -1, 0, "OnTrack")]
    [InlineData(-5, 0, 0, "Exceeded")]
    [InlineData(-5, -5, 0, "OnTrack")]
    [InlineData(100, -50, 0, "OnTrack")]
    [InlineData(100, 79, 79, "OnTrack")]
    [InlineData(100, 80, 80, "Warning")]
    [InlineData(100, 100, 100, "Warning")]
    [InlineData(1000, 1001, 100, "Exceeded")]
    public void Percent_and_state_follow_the_contract_at_every_edge(long amount, long spent, long percent, string state)
    {
        var status = Status(Monthly(Rollover.None) with { Amounts = [new(January, amount)] }, January, (January, spent));

        status.PercentUsed.ShouldBe(percent);
        status.State.ToString().ShouldBe(state);
        status.DailyAllowance.ShouldBe(Math.Max(0, amount - spent) / 31);
    }

    [Fact]
    public void A_threshold_of_a_hundred_or_more_is_no_warning()
    {
        var plan = Monthly(Rollover.None) with { Thresholds = [100, 120] };

        Status(plan, January, (January, 100)).State.ShouldBe(BudgetState.OnTrack);
        Status(plan with { Thresholds = [] }, January, (January, 99)).State.ShouldBe(BudgetState.OnTrack);
    }

    [Fact]
    public void A_currency_that_came_to_nothing_is_not_listed()
    {
        var (dollar, yen) = (Currency.Of("USD"), Currency.Of("JPY"));
        var unconverted = new Dictionary<Currency, long> { [dollar] = 0, [yen] = 7 };

        BudgetMath.StatusOn(Monthly(Rollover.None), January, new Dictionary<DateOnly, long>(), unconverted)
            .Unconverted.ShouldBe(new Dictionary<Currency, long> { [yen] = 7 });
    }

    [Theory]
    [InlineData(long.MaxValue, long.MinValue)]
    [InlineData(long.MinValue, long.MaxValue)]
    [InlineData(Money.MaxMinor, -Money.MaxMinor)]
    [InlineData(1, long.MaxValue)]
    public void Nothing_that_can_be_stored_overflows_however_long_it_is_carried(long amount, long spent)
    {
        var schedule = new PeriodSchedule(PeriodKind.Week, LedgerDate.Min);
        var last = schedule.PeriodAt(LedgerDate.Max).ShouldNotBeNull();
        var everyWeek = Enumerable.Range(0, last.Index + 1).ToDictionary(index => schedule.At(index).Start, _ => spent);
        var plan = new BudgetPlan(schedule, [new(LedgerDate.Min, amount)], Rollover.Both, [80]);

        var status = BudgetMath.StatusOn(plan, last.Start, everyWeek);

        var exact = ((Int128)amount - spent) * (last.Index + 1);
        status.Remaining.ShouldBe((long)Int128.Clamp(exact, long.MinValue, long.MaxValue));
        status.State.ShouldBe(exact < 0 ? BudgetState.Exceeded : BudgetState.OnTrack);
    }

    [Fact]
    public void A_tiny_budget_can_be_used_up_many_times_over() => Status(Monthly(Rollover.None) with { Amounts = [new(January, 1)] },
        January, (January, Money.MaxMinor)).PercentUsed.ShouldBe(100 * Money.MaxMinor);

    private static BudgetPlan Monthly(Rollover rollover) =>
        new(new PeriodSchedule(PeriodKind.Month, January), [new BudgetAmount(January, 100)], rollover, [80, 100]);

    private static BudgetStatus Status(BudgetPlan plan, DateOnly on, params (DateOnly Start, long Spent)[] periods) =>
        BudgetMath.StatusOn(plan, on, periods.ToDictionary(period => period.Start, period => period.Spent));

    private static void Same(BudgetStatus actual, BudgetStatus expected) =>
        actual.ShouldBe(expected with { Unconverted = actual.Unconverted });
}

using MyBudget.Domain;
using MyBudget.Domain.Budgets;
using MyBudget.Features.Budgets;
using MyBudget.Features.Budgets.Contracts;
using MyBudget.Features.Budgets.ReviseBudget;

namespace MyBudget.Tests.Features.Budgets;

public sealed class ReviseBudgetTests
{
    private static readonly Guid User = Guid.CreateVersion7();
    private static readonly DateOnly January = new(2026, 1, 1);
    private static readonly DateTimeOffset MidMarch = new(2026, 3, 15, 12, 0, 0, TimeSpan.Zero);

    private static readonly BudgetDetails Details = new()
    {
        Name = "Home",
        Amount = 100,
        Currency = Currency.Of("EUR"),
        Period = PeriodKind.Month,
        StartsOn = January,
        CategoryIds = [Guid.CreateVersion7()],
        AccountIds = [],
        Rollover = Rollover.None,
        Thresholds = [80],
    };

    private static readonly Budget Home = Budget.Fold(null, Guid.CreateVersion7(), new BudgetCreated(Details, User, MidMarch))!;

    [Fact]
    public void What_says_the_same_in_other_lists_changes_nothing() =>
        Decide(Home, Details with { CategoryIds = [.. Details.CategoryIds], Thresholds = [80] }).ShouldBeNull();

    [Fact]
    public void Other_fields_leave_the_amounts_alone()
    {
        var revised = Decide(Home, Details with { Name = "Flat", Thresholds = [] }).ShouldNotBeNull();

        revised.AmountFrom.ShouldBeNull();
        revised.Was.ShouldBe(Details);
        Budget.Fold(Home, Home.Id, revised)!.Amounts.ShouldBe([new BudgetAmount(January, 100)]);
    }

    [Fact]
    public void A_new_amount_applies_from_the_period_with_today() =>
        Applied(Home, 300).Amounts.ShouldBe([new BudgetAmount(January, 100), new BudgetAmount(new DateOnly(2026, 3, 1), 300)]);

    [Fact]
    public void A_day_before_the_start_means_the_first_period_and_one_after_the_end_the_last()
    {
        Applied(Home, 300, new DateOnly(2025, 1, 1)).Amounts.ShouldBe([new BudgetAmount(January, 300)]);

        var ending = Budget.Fold(Home, Home.Id, Decide(Home, Details with { EndsOn = new DateOnly(2026, 2, 10) })!)!;
        Applied(ending, 300, new DateOnly(2026, 9, 1)).Amounts[^1].ShouldBe(new BudgetAmount(new DateOnly(2026, 2, 1), 300));
    }

    [Fact]
    public void An_amount_from_then_on_keeps_what_was_planned_for_later()
    {
        var planned = Applied(Applied(Home, 300, new DateOnly(2026, 6, 1)), 400, new DateOnly(2026, 9, 1));

        Applied(planned, 200, new DateOnly(2026, 6, 30)).Amounts
            .ShouldBe([new BudgetAmount(January, 100), new BudgetAmount(new DateOnly(2026, 6, 1), 200), new BudgetAmount(new DateOnly(2026, 9, 1), 400)]);
        Applied(planned, 100, new DateOnly(2026, 6, 30)).Amounts
            .ShouldBe([new BudgetAmount(January, 100), new BudgetAmount(new DateOnly(2026, 9, 1), 400)]);
    }

    [Fact]
    public void What_is_in_force_is_compared_and_not_what_was_decided_last()
    {
        var planned = Applied(Home, 500, new DateOnly(2027, 1, 10));

        Applied(planned, 500).Amounts.ShouldBe(
            [new BudgetAmount(January, 100), new BudgetAmount(new DateOnly(2026, 3, 1), 500), new BudgetAmount(new DateOnly(2027, 1, 1), 500)]);
        Decide(planned, planned.ToDetails() with { Amount = 100 }, Now(AmountReach.FromThenOn)).ShouldBeNull();
        Decide(planned, planned.ToDetails() with { Amount = 100, Name = "Flat" }, Now(AmountReach.FromThenOn)).ShouldNotBeNull().AmountFrom.ShouldBeNull();
    }

    [Fact]
    public void An_amount_for_a_period_alone_leaves_the_others_as_they_are()
    {
        var single = Alone(Home, 900, new DateOnly(2026, 12, 24));

        single.Amounts.ShouldBe([new BudgetAmount(January, 100), new BudgetAmount(new DateOnly(2026, 12, 1), 900, OnlyPeriod: true)]);
        InForce(single, 11, 12, 13).ShouldBe([100, 900, 100]);
        InForce(Applied(single, 200, new DateOnly(2026, 11, 1)), 10, 11, 12, 13).ShouldBe([100, 200, 900, 200]);
        InForce(Applied(single, 200, new DateOnly(2026, 12, 1)), 11, 12, 13).ShouldBe([100, 200, 200]);
        InForce(Alone(single, 100, new DateOnly(2026, 12, 1)), 11, 12, 13).ShouldBe([100, 100, 100]);
        Decide(Home, Details, new AmountChange(new DateOnly(2026, 12, 1), AmountReach.OnlyPeriod)).ShouldBeNull();
    }

    [Fact]
    public void What_was_decided_before_amounts_had_a_reach_folds_as_it_did()
    {
        Budget planned = Home;
        foreach (var (amount, month) in ((long, int)[])[(900, 12), (300, 6), (350, 9), (350, 11)])
        {
            var was = planned.ToDetails();
            planned = Budget.Fold(planned, planned.Id, new BudgetRevised(was, was with { Amount = amount }, new DateOnly(2026, month, 1), User, MidMarch))!;
        }

        planned.Amounts.ShouldBe([new BudgetAmount(January, 100), new BudgetAmount(new DateOnly(2026, 6, 1), 300), new BudgetAmount(new DateOnly(2026, 9, 1), 350)]);
    }

    [Fact]
    public void A_schedule_that_was_moved_to_begin_earlier_has_the_new_amount_throughout()
    {
        var earlier = Budget.Fold(Home, Home.Id, Decide(Home, Details with { StartsOn = new DateOnly(2025, 7, 1) })!)!;

        Applied(earlier, 300, new DateOnly(2025, 7, 1)).Amounts.ShouldBe([new BudgetAmount(new DateOnly(2025, 7, 1), 300)]);
    }

    [Fact]
    public void An_amount_that_holds_already_is_no_change() =>
        Decide(Home, Details, new AmountChange(new DateOnly(2026, 5, 5), AmountReach.FromThenOn)).ShouldBeNull();

    private static long[] InForce(Budget budget, params int[] months) => [.. months.Select(month => budget.AmountOn(January.AddMonths(month - 1)))];

    private static Budget Applied(Budget budget, long amount, DateOnly? effectiveOn = null) =>
        Changed(budget, amount, effectiveOn is { } on ? new AmountChange(on, AmountReach.FromThenOn) : Now(AmountReach.FromThenOn));

    private static Budget Alone(Budget budget, long amount, DateOnly effectiveOn) => Changed(budget, amount, new AmountChange(effectiveOn, AmountReach.OnlyPeriod));

    private static Budget Changed(Budget budget, long amount, AmountChange change) =>
        Budget.Fold(budget, budget.Id, Decide(budget, budget.ToDetails() with { Amount = amount }, change).ShouldNotBeNull())!;

    private static AmountChange Now(AmountReach reach) => new(DateOnly.FromDateTime(MidMarch.UtcDateTime), reach);

    private static BudgetRevised? Decide(Budget budget, BudgetDetails details, AmountChange? change = null) =>
        ReviseBudgetHandler.Decide(budget, [budget], new NameableFacts(new HashSet<Guid>(), new Dictionary<Guid, CategoryKind>()), details, change, User, MidMarch);
}

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
    public void An_amount_takes_the_place_of_those_for_later_periods()
    {
        var planned = Applied(Applied(Home, 300, new DateOnly(2026, 6, 1)), 400, new DateOnly(2026, 9, 1));

        Applied(planned, 200, new DateOnly(2026, 6, 30)).Amounts
            .ShouldBe([new BudgetAmount(January, 100), new BudgetAmount(new DateOnly(2026, 6, 1), 200)]);
        Applied(planned, 100).Amounts.ShouldBe([new BudgetAmount(January, 100)]);
    }

    [Fact]
    public void An_amount_that_holds_already_is_no_change() =>
        Decide(Home, Details, effectiveOn: new DateOnly(2026, 5, 5)).ShouldBeNull();

    private static Budget Applied(Budget budget, long amount, DateOnly? effectiveOn = null) =>
        Budget.Fold(budget, budget.Id, Decide(budget, budget.ToDetails() with { Amount = amount }, effectiveOn).ShouldNotBeNull())!;

    private static BudgetRevised? Decide(Budget budget, BudgetDetails details, DateOnly? effectiveOn = null) =>
        ReviseBudgetHandler.Decide(budget, [budget], new NameableFacts(new HashSet<Guid>(), new Dictionary<Guid, CategoryKind>()), details, effectiveOn, User, MidMarch);
}

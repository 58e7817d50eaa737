using MyBudget.Domain;
using MyBudget.Domain.Budgets;

namespace MyBudget.Tests.Domain.Budgets;

public sealed class BudgetConformanceTests
{
    public static TheoryData<string> Names => [.. BudgetCase.All().Select(example => example.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_worked_example_comes_out_as_published(string name)
    {
        var example = BudgetCase.All().Single(candidate => string.Equals(candidate.Name, name, StringComparison.Ordinal));
        var accounts = example.Accounts.ToDictionary(account => account.Key, _ => Guid.CreateVersion7(), StringComparer.Ordinal);
        var categories = example.Categories.ToDictionary(category => category.Key, _ => Guid.CreateVersion7(), StringComparer.Ordinal);
        var budget = example.Budget;
        var schedule = new PeriodSchedule(budget.Period, budget.StartsOn, budget.EndsOn, budget.Every ?? 1);
        IReadOnlyList<BudgetAmount> amounts = [new BudgetAmount(budget.StartsOn, budget.Amount)];
        foreach (var change in example.Changes ?? [])
        {
            var period = schedule.PeriodDecidedOn(change.EffectiveOn);
            amounts = change.OnlyPeriod ? amounts.OnlyIn(period, change.Amount) : amounts.FromThenOn(period, change.Amount);
        }

        var plan = new BudgetPlan(schedule, amounts, budget.Rollover, budget.Thresholds);
        var scope = new BudgetScope(
            budget.Categories.Select(key => categories[key]).ToHashSet(), budget.Accounts.Select(key => accounts[key]).ToHashSet());
        var tally = new Tally(scope, schedule, budget.Currency);
        foreach (var line in example.Transactions.Where(entry => !entry.Deleted).SelectMany(Lines))
        {
            tally.Add(line);
        }

        example.Expect.ShouldNotBeEmpty();
        foreach (var expected in example.Expect)
        {
            var status = tally.StatusOn(plan, expected.On);
            status.Unconverted.ShouldBe(expected.Unconverted, ignoreOrder: true);
            (status with { Unconverted = expected.Unconverted }).ShouldBe(new BudgetStatus(
                expected.PeriodStart,
                expected.PeriodEnd,
                expected.CarriedOver,
                expected.Available,
                expected.Spent,
                expected.Remaining,
                expected.PercentUsed,
                expected.State,
                expected.DaysLeft,
                expected.DailyAllowance,
                expected.LeftToday,
                expected.Unconverted));
        }

        IEnumerable<BudgetLine> Lines(BudgetCase.CaseTransaction entry) => entry switch
        {
            { TransferTo: not null } => [],
            { Splits: { Count: > 0 } splits } => splits.Select(split => Line(entry, split.Amount, split.Category)),
            _ => [Line(entry, entry.Amount, entry.Category)],
        };

        BudgetLine Line(BudgetCase.CaseTransaction entry, long amount, string? category)
        {
            var account = example.Accounts.Single(known => string.Equals(known.Key, entry.Account, StringComparison.Ordinal));
            var kind = example.Categories.SingleOrDefault(known => string.Equals(known.Key, category, StringComparison.Ordinal))?.Kind;
            Guid? categoryId = category is null ? null : categories[category];
            return new BudgetLine(
                entry.Date,
                amount,
                account.Currency,
                categoryId,
                kind,
                accounts[account.Key],
                account.OnBudget);
        }
    }

    [Fact]
    public void All_examples_are_there() => BudgetCase.All().Count.ShouldBe(24);
}

using MyBudget.Domain;
using MyBudget.Domain.Budgets;

namespace MyBudget.Tests.Domain.Budgets;

public sealed class BudgetScopeTests
{
    private static readonly Guid Food = Guid.CreateVersion7();
    private static readonly Guid Salary = Guid.CreateVersion7();
    private static readonly Guid Bank = Guid.CreateVersion7();

    private static readonly BudgetLine Groceries = new(
        new DateOnly(2026, 3, 2), -500, Currency.Of("EUR"), Food, CategoryKind.Expense, Bank, AccountOnBudget: true);

    private static readonly BudgetScope Everything = Scope([], []);

    [Fact]
    public void Without_names_every_line_of_an_expense_category_counts_refunds_too()
    {
        Everything.Counts(Groceries).ShouldBeTrue();
        Everything.Counts(Groceries with { Amount = 500 }).ShouldBeTrue();
    }

    [Fact]
    public void Without_names_what_came_in_counts_only_as_a_refund()
    {
        var uncategorised = Groceries with { CategoryId = null, CategoryKind = null };

        Everything.Counts(uncategorised).ShouldBeTrue();
        Everything.Counts(uncategorised with { Amount = 500 }).ShouldBeFalse();
        Everything.Counts(Groceries with { CategoryId = Salary, CategoryKind = CategoryKind.Income, Amount = 500 }).ShouldBeFalse();
        Everything.Counts(Groceries with { CategoryId = Salary, CategoryKind = CategoryKind.Income }).ShouldBeFalse();
    }

    [Fact]
    public void Named_categories_count_alone()
    {
        Scope([Food], []).Counts(Groceries).ShouldBeTrue();
        Scope([Food], []).Counts(Groceries with { Amount = 500 }).ShouldBeTrue();
        Scope([Salary], []).Counts(Groceries).ShouldBeFalse();
        Scope([Food], []).Counts(Groceries with { CategoryId = null, CategoryKind = null }).ShouldBeFalse();
    }

    [Fact]
    public void Without_names_only_accounts_on_budget_count() =>
        Everything.Counts(Groceries with { AccountOnBudget = false }).ShouldBeFalse();

    [Fact]
    public void A_named_account_counts_even_off_budget_and_no_other_does()
    {
        Scope([], [Bank]).Counts(Groceries with { AccountOnBudget = false }).ShouldBeTrue();
        Scope([], [Guid.CreateVersion7()]).Counts(Groceries).ShouldBeFalse();
    }

    [Fact]
    public void What_lies_outside_the_schedule_is_spent_in_no_period()
    {
        var march = new PeriodSchedule(PeriodKind.Once, new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 31));

        Everything.SpendingOf(Groceries, march).ShouldBe(new BudgetSpending(new DateOnly(2026, 3, 1), Currency.Of("EUR"), 500));
        Everything.SpendingOf(Groceries with { Date = new DateOnly(2026, 2, 28) }, march).ShouldBeNull();
        Everything.SpendingOf(Groceries with { Date = new DateOnly(2026, 4, 1) }, march).ShouldBeNull();
    }

    private static BudgetScope Scope(HashSet<Guid> categories, HashSet<Guid> accounts) => new(categories, accounts);
}

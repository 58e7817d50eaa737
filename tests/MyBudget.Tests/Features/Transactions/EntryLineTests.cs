using MyBudget.Features.Transactions.Contracts;

namespace MyBudget.Tests.Features.Transactions;

public sealed class EntryLineTests
{
    private static readonly Guid Food = Guid.CreateVersion7();

    private static readonly Entry Groceries = new()
    {
        AccountId = Guid.CreateVersion7(),
        Date = new DateOnly(2026, 3, 2),
        Amount = -500,
        Payee = "Market",
        CategoryId = Food,
        Splits = [],
        Tags = [],
        Status = EntryStatus.Cleared,
    };

    [Fact]
    public void An_entry_without_splits_is_one_line() =>
        EntryLine.Of(Groceries).ShouldBe([new EntryLine(Groceries.Date, Groceries.AccountId, Food, -500)]);

    [Fact]
    public void Each_split_is_a_line_with_its_own_category() =>
        EntryLine.Of(Groceries with { CategoryId = null, Splits = [new EntrySplit(-300, Food, null), new EntrySplit(-200, null, null)] })
            .Select(line => (line.CategoryId, line.Amount)).ShouldBe([(Food, -300), (null, -200)]);

    [Fact]
    public void A_transfer_has_no_lines_and_so_counts_in_no_budget() =>
        EntryLine.Of(Groceries with { CategoryId = null, Transfer = new EntryTransfer(Guid.CreateVersion7(), 500) }).ShouldBeEmpty();

    [Fact]
    public void A_transfer_with_a_category_is_a_line_of_each_account_on_its_own_day()
    {
        var (loan, day) = (Guid.CreateVersion7(), Groceries.Date.AddDays(3));
        EntryLine.Of(Groceries with { Transfer = new EntryTransfer(loan, 500, day) })
            .ShouldBe([new EntryLine(Groceries.Date, Groceries.AccountId, Food, -500), new EntryLine(day, loan, Food, 500)]);
        EntryLine.Of(Groceries with { CategoryId = null, Splits = [new EntrySplit(-300, Food, null), new EntrySplit(-200, null, null, new EntryTransfer(loan, 200))] })
            .ShouldBe([new EntryLine(Groceries.Date, Groceries.AccountId, Food, -300)]);
    }

    [Fact]
    public void No_entry_has_no_lines() => EntryLine.Of(null).ShouldBeEmpty();
}

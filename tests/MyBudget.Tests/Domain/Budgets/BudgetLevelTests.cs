using MyBudget.Domain.Budgets;

namespace MyBudget.Tests.Domain.Budgets;

public sealed class BudgetLevelTests
{
    [Fact]
    public void Exceeded_comes_between_a_threshold_of_a_hundred_and_those_above()
    {
        BudgetLevel[] levels = [BudgetLevel.Of(101), BudgetLevel.Exceeded, BudgetLevel.Of(80), BudgetLevel.Of(100)];

        levels.Order().ShouldBe([BudgetLevel.Of(80), BudgetLevel.Of(100), BudgetLevel.Exceeded, BudgetLevel.Of(101)]);
        (BudgetLevel.Of(100) < BudgetLevel.Exceeded && BudgetLevel.Exceeded < BudgetLevel.Of(101)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(0, true, 100)]
    [InlineData(1, false, 1)]
    [InlineData(100, false, 100)]
    [InlineData(1000, false, 1000)]
    public void A_level_comes_back_from_its_number(int number, bool isExceeded, int percent)
    {
        var level = BudgetLevel.Of(number);

        (level.Number, level.IsExceeded, level.Percent).ShouldBe((number, isExceeded, percent));
        Should.Throw<ArgumentOutOfRangeException>(() => BudgetLevel.Of(-1 - number));
    }

    [Theory]
    [InlineData(79, 21, "")]
    [InlineData(80, 20, "80")]
    [InlineData(100, 0, "80 100")]
    [InlineData(100, -1, "80 100 0")]
    [InlineData(120, -20, "80 100 0 120")]
    [InlineData(0, -1, "0")]
    public void What_is_reached_follows_from_the_status_lowest_first(long percentUsed, long remaining, string numbers)
    {
        var status = new BudgetStatus(
            default, default, CarriedOver: 0, Available: 100, percentUsed, remaining, percentUsed, BudgetState.OnTrack, DaysLeft: 0,
            DailyAllowance: 0, LeftToday: 0, new Dictionary<MyBudget.Domain.Currency, long>());

        string.Join(' ', BudgetLevel.ReachedIn(status, [120, 80, 100]).Select(level => level.Number)).ShouldBe(numbers);
    }
}

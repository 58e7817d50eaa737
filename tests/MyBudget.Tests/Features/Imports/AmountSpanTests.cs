using CsCheck;
using MyBudget.Features.Imports.ImportFile;

namespace MyBudget.Tests.Features.Imports;

public sealed class AmountSpanTests
{
    private const int Days = 5;
    private static readonly Guid[] Accounts = [Guid.CreateVersion7(), Guid.CreateVersion7()];
    private static readonly DateOnly Day = new(2026, 3, 1);

    [Fact]
    public void every_day_near_an_entry_is_in_exactly_one_span() => Gen
        .Select(Gen.Int[0, 1], Gen.Long[1, 2], Gen.Int[0, 60], (account, amount, day) => (AccountId: Accounts[account], Amount: amount, Date: Day.AddDays(day)))
        .Array[0, 20].Sample(entries =>
        {
            var spans = AmountSpan.Of(entries, Days);
            foreach (var account in Accounts)
            {
                for (var amount = 1; amount <= 2; amount++)
                {
                    for (var day = Day.AddDays(-10); day <= Day.AddDays(70); day = day.AddDays(1))
                    {
                        var isNear = entries.Any(entry =>
                            entry.AccountId == account && entry.Amount == amount && Math.Abs(entry.Date.DayNumber - day.DayNumber) <= Days);
                        spans.Count(span => span.AccountId == account && span.Amount == amount && span.First <= day && day <= span.Last)
                            .ShouldBe(isNear ? 1 : 0);
                    }
                }
            }
        });
}

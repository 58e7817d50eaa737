using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Tests.Infrastructure.UseCases;

public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("Ada Lovelace")]
    [InlineData("Ёлка и Ко")]
    [InlineData("עדה לאבלייס")]
    [InlineData("👨‍👩‍👧‍👦 family")]
    [InlineData("🏴󠁧󠁢󠁥󠁮󠁧󠁿 England")]
    [InlineData("❤️")]
    [InlineData("می‌خواهم")]
    [InlineData("क्‍ष")]
    public void takes_what_people_and_ledgers_are_called(string name) => VisibleText.Is(name).ShouldBeTrue();

    [Theory]
    [InlineData("\u200b")]
    [InlineData("Ada\u200b")]
    [InlineData("\u202eecilA")]
    [InlineData("Ada\u2066 Lovelace\u2069")]
    [InlineData("Ada\u200f")]
    [InlineData("Ada\u2028Lovelace")]
    [InlineData("Ada\u00adLovelace")]
    [InlineData("\ufeffAda")]
    [InlineData("Ada\u200d")]
    [InlineData("\u200dAda")]
    [InlineData("Ada\u200d\u200dLovelace")]
    [InlineData("Ada \u200dLovelace")]
    [InlineData("Ada\U000E0041")]
    [InlineData("Ada\ue000")]
    [InlineData("\u0301")]
    [InlineData("A\u0007")]
    public void refuses_what_cannot_be_seen_or_turns_what_stands_beside_it(string name) => VisibleText.Is(name).ShouldBeFalse();
}

using CsCheck;
using MyBudget.Infrastructure.EventStore;

namespace MyBudget.Tests.Infrastructure.EventStore;

public sealed class OrderedIdsTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void each_is_greater_than_the_one_before_whatever_the_clock_does() => Gen.Int[-10_000, 10_000].Array[1, 200].Sample(steps =>
    {
        var (ids, now) = (new OrderedIds(), Start);
        var made = steps.Select(step => ids.Next(now += TimeSpan.FromMilliseconds(step / 100))).ToList();

        made.Zip(made.Skip(1)).ShouldAllBe(pair => pair.First < pair.Second);
        // PostgreSQL compares bytes, which are the characters of the text.
        made.Zip(made.Skip(1)).ShouldAllBe(pair => string.CompareOrdinal($"{pair.First}", $"{pair.Second}") < 0);
        made.ShouldAllBe(id => id.Version == 7 && id.Variant >= 8 && id.Variant <= 11);
    });

    [Fact]
    public void begin_with_the_time() =>
        $"{new OrderedIds().Next(Start):N}"[..12].ShouldBe($"{Guid.CreateVersion7(Start):N}"[..12]);

    [Fact]
    public void more_than_a_counter_holds_go_on_in_the_next_millisecond()
    {
        var ids = new OrderedIds();
        var made = Enumerable.Range(0, 5_000).Select(_ => ids.Next(Start)).ToList();

        made.ShouldBe(made.Order());
        $"{made[^1]:N}"[..12].ShouldBe($"{Guid.CreateVersion7(Start.AddMilliseconds(1)):N}"[..12]);
    }

    [Fact]
    public void are_never_the_same_for_two_who_ask_at_once()
    {
        var ids = new OrderedIds();
        var made = new Guid[8][];
        Parallel.For(0, made.Length, n => made[n] = [.. Enumerable.Range(0, 2_000).Select(_ => ids.Next(Start))]);

        made.ShouldAllBe(mine => mine.Zip(mine.Skip(1)).All(pair => pair.First < pair.Second));
        made.SelectMany(mine => mine).Select(id => $"{id:N}"[..16]).ShouldBeUnique();
    }
}

using CsCheck;
using FluentValidation;
using MyBudget.Features.Sync;
using MyBudget.Infrastructure.EventStore;

namespace MyBudget.Tests.Features.Sync;

public sealed class SyncCursorTests
{
    private static readonly Gen<SyncCursor> Cursors =
        from incarnation in Gen.Guid
        from revision in Gen.Long[0, long.MaxValue]
        from kind in Gen.Bool.Select(isLong => isLong ? "import_layout" : "transaction")
        from id in Gen.Guid
        from hasEntity in Gen.Bool
        from start in Gen.Long[0, long.MaxValue]
        from isFirst in Gen.Bool
        select new SyncCursor(incarnation, revision, hasEntity ? new LedgerChanged(kind, id) : null, isFirst ? start : null);

    [Fact]
    public void is_read_as_it_was_written() => Cursors.Sample(cursor => SyncCursor.Decode(cursor.ToString()).ShouldBe(cursor));

    [Fact]
    public void is_nothing_else_than_what_was_written() => Gen.Select(Cursors, Gen.Int[0, 120], Gen.Char).Sample((cursor, at, character) =>
    {
        var text = cursor.ToString();
        var other = text[..(at % text.Length)] + character + text[(at % text.Length + 1)..];
        try
        {
            SyncCursor.Decode(other)!.ToString().ShouldBe(other);
        }
        catch (ValidationException)
        {
        }
    });

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("5")]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("00000000000000000000000000000000.1.")]
    [InlineData("00000000000000000000000000000000.1.f")]
    [InlineData("00000000000000000000000000000000.1\n")]
    [InlineData("0000000000000000000000000000000A.1")]
    [InlineData("00000000000000000000000000000000.9223372036854775808")]
    [InlineData("00000000000000000000000000000000.1.f9223372036854775808")]
    public void that_is_malformed_is_refused(string text) => Should.Throw<ValidationException>(() => SyncCursor.Decode(text));
}

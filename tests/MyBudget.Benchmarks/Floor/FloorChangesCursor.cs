using System.Globalization;

namespace MyBudget.Benchmarks.Floor;

/// <summary>How far a ledger was read, written as the product writes it; within a revision always up to a transaction.</summary>
internal readonly record struct FloorChangesCursor(Guid Incarnation, long Revision, Guid? After)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Incarnation:N}.{Revision}{(After is { } id ? $".transaction.{id:N}" : "")}");

    public static FloorChangesCursor Read(string cursor)
    {
        var parts = cursor.Split('.');
        return new FloorChangesCursor(
            Guid.ParseExact(parts[0], "N"), long.Parse(parts[1], CultureInfo.InvariantCulture),
            parts.Length > 3 ? Guid.ParseExact(parts[3], "N") : null);
    }
}

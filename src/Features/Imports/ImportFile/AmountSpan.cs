namespace MyBudget.Features.Imports.ImportFile;

/// <summary>Days on which entries of one amount may be what rows of the file are; spans of the same amount have no day in common.</summary>
internal readonly record struct AmountSpan(Guid AccountId, long Amount, DateOnly First, DateOnly Last)
{
    /// <param name="days">How far dates may be apart.</param>
    public static IReadOnlyList<AmountSpan> Of(IEnumerable<(Guid AccountId, long Amount, DateOnly Date)> entries, int days)
    {
        AmountSpan[] spans = [.. entries.Select(entry => new AmountSpan(entry.AccountId, entry.Amount, entry.Date.AddDays(-days), entry.Date.AddDays(days)))];
        Array.Sort(spans, (one, other) => (one.AccountId, one.Amount, one.First).CompareTo((other.AccountId, other.Amount, other.First)));
        // In place: of a large file there are very many.
        var count = 0;
        foreach (var span in spans)
        {
            if (count > 0 && spans[count - 1] is var before && (before.AccountId, before.Amount) == (span.AccountId, span.Amount) && before.Last >= span.First)
                spans[count - 1] = before with { Last = span.Last };
            else
                spans[count++] = span;
        }

        return new ArraySegment<AmountSpan>(spans, 0, count);
    }
}

namespace MyBudget.Features.Imports.ImportFile;

/// <summary>Days on which entries of one amount may be what rows of the file are; spans of the same amount have no day in common.</summary>
internal readonly record struct AmountSpan(Guid AccountId, long Amount, DateOnly First, DateOnly Last)
{
    /// <param name="days">How far dates may be apart.</param>
    public static IReadOnlyList<AmountSpan> Of(IEnumerable<(Guid AccountId, long Amount, DateOnly Date)> entries, int days)
    {
        var spans = new List<AmountSpan>();
        foreach (var entry in entries.Order())
        {
            var span = new AmountSpan(entry.AccountId, entry.Amount, entry.Date.AddDays(-days), entry.Date.AddDays(days));
            if (spans is [.., var before] && before.AccountId == span.AccountId && before.Amount == span.Amount
                && before.Last >= span.First)
                spans[^1] = before with { Last = span.Last };
            else
                spans.Add(span);
        }

        return spans;
    }
}

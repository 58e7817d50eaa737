namespace MyBudget.Features.Imports.ImportFile;

/// <summary>What the user decided otherwise, having seen a preview.</summary>
internal static class RowChoices
{
    /// <summary>After matching, so that one decision does not shift what the other rows are matched with.</summary>
    public static void Apply(IReadOnlyList<DraftRow> drafts, IReadOnlyDictionary<int, RowChoice>? choices)
    {
        foreach (var (number, choice) in choices ?? new Dictionary<int, RowChoice>())
        {
            if (number < 1 || number > drafts.Count)
            {
                throw Refused("imports.unknown-row", string.Create(CultureInfo.InvariantCulture, $"The file has no row {number}."), number);
            }

            var draft = drafts[number - 1];
            switch (choice)
            {
                case RowChoice.Import:
                    draft.IsForced = true;
                    if (draft.MayForceCorrection) draft.Reason = null;
                    break;
                case RowChoice.Match:
                    draft.Match ??= Doubtful(draft);
                    break;
                default:
                    draft.Reason ??= new RowReason("skipped", "The row was left out by choice.");
                    break;
            }
        }

        Succeed(drafts);
    }

    private static RowMatch Doubtful(DraftRow draft)
    {
        if (draft.Doubtful is null) throw NothingToMatch(draft.Number);
        if (draft.DoubtfulAmount != draft.Amount)
        {
            throw Refused(
                "imports.amount-differs",
                "The bank has booked another amount than the entry says: change the entry's first, and look at a new preview.",
                draft.Number);
        }

        return draft.Doubtful;
    }

    /// <summary>A row that repeats one which is left out takes its place.</summary>
    private static void Succeed(IReadOnlyList<DraftRow> drafts)
    {
        var heirs = new Dictionary<DraftRow, DraftRow>();
        foreach (var draft in drafts.Where(draft => draft is { Reason: null, Repeats.Reason: not null }))
        {
            var first = draft.Repeats!;
            if (heirs.TryAdd(first, draft)) (draft.Repeats, draft.Match) = (null, first.Match);
            else draft.Repeats = heirs[first];
        }
    }

    private static RuleViolation NothingToMatch(int number) => Refused(
        "imports.nothing-to-match", string.Create(CultureInfo.InvariantCulture, $"Row {number} looks like no entry that is there."),
        number);

    private static RuleViolation Refused(string code, string english, int row) =>
        new(code, english, new Dictionary<string, object?> { ["row"] = row });
}

internal enum RowChoice
{
    /// <summary>Although it looks like a duplicate.</summary>
    Import,

    /// <summary>It is the entry that it was said to be possibly a duplicate of.</summary>
    Match,

    Skip,
}

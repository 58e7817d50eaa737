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
                throw new RuleViolation(
                    "imports.unknown-row", string.Create(CultureInfo.InvariantCulture, $"The file has no row {number}."),
                    new Dictionary<string, object?> { ["row"] = number });
            }

            var draft = drafts[number - 1];
            if (choice is RowChoice.Import) draft.IsForced = true;
            else draft.Reason ??= new RowReason("skipped", "The row was left out by choice.");
        }
    }
}

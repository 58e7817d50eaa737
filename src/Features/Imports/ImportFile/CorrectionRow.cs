using MyBudget.BankFiles;

namespace MyBudget.Features.Imports.ImportFile;

/// <summary>Rows by which the bank corrects what it told before.</summary>
internal static class CorrectionRow
{
    public static DraftRow Of(int number, BankEntry row, CorrectedEntry corrected, (ToldRows Rows, int Place) told, Entry entry)
    {
        if (row.Corrects!.IsDeletion) return Of(number, row.Line, row.Corrects, corrected, told.Rows.Target.Index);
        var reason = corrected.ReasonAgainst(row.Corrects);
        return new DraftRow(number, row.Line)
        {
            Account = told.Rows.Target.Index,
            Told = told,
            Date = entry.Date,
            Amount = entry.Amount,
            Reason = reason,
            Correction = new RowCorrection(corrected.Id, IsDeletion: false),
            MayForceCorrection = MayForce(reason, corrected),
        };
    }

    /// <summary>The bank takes the entry back; done already where it was deleted.</summary>
    public static DraftRow Of(int number, int line, BankCorrection corrects, CorrectedEntry corrected, int account)
    {
        var reason = corrected.IsDeleted ? null : corrected.ReasonAgainst(corrects);
        return new DraftRow(number, line)
        {
            Account = account,
            Reason = reason,
            Match = corrected.IsDeleted ? new RowMatch(MatchKind.BankId, corrected.Id, Row: null, 0, PayeeMatch.Same, Deleted: true) : null,
            Correction = new RowCorrection(corrected.Id, IsDeletion: true),
            MayForceCorrection = MayForce(reason, corrected),
        };
    }

    /// <summary>What the bank takes back was never imported.</summary>
    public static DraftRow OfNothing(int number, BankEntry row, int account) => new(number, row.Line)
    {
        Account = account,
        Reason = new RowReason(
            "deletes-earlier", $"With this the bank takes back its entry {row.Corrects!.BankId}, which was not imported."),
        Text = BankText.Excerpt(string.Create(CultureInfo.InvariantCulture, $"{row.Date:yyyy-MM-dd} {row.Amount} {row.Payee}")),
    };

    private static bool MayForce(RowReason? reason, CorrectedEntry corrected) =>
        reason is { Code: "correction-edited" } && !corrected.IsBound;
}

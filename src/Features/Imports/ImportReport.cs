using System.Text.Json.Serialization;

namespace MyBudget.Features.Imports;

/// <summary>What an import did to each row of its file, or in a preview would do.</summary>
/// <param name="Id">The import; null in a preview.</param>
/// <param name="FileName">As the client called the file.</param>
/// <param name="Format">Of the file: ofx, csv and so on.</param>
/// <param name="Accounts">Which bank account goes into which account.</param>
/// <param name="Imported">How many rows became transactions.</param>
/// <param name="Duplicates">How many were there already.</param>
/// <param name="Rejected">How many could not be imported, or were not to be.</param>
/// <param name="BeforeOpening">How many of the imported ones are from before their account's opening day: they change no balance of that day or later.</param>
/// <param name="CreatedBy">The user.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="UndoneAt">UTC; null while it stands.</param>
/// <param name="Rows">In the file's order.</param>
/// <param name="BalanceCheck">Whether the file's own balances agree with its entries: proved, contradicted, or none where it has none that could tell.</param>
/// <param name="Contradictions">In a preview, the first lines whose balance does not follow from the one before.</param>
/// <param name="Layout">How a CSV file was read, in a preview: what a corrected <c>mapping</c> starts from.</param>
/// <param name="Signs">How money out was told from money in, of tables as the layout says, and of cards: turned, mostlyIn and so on.</param>
/// <param name="Settled">Where the file, or a part of it, was read as an earlier import had settled, or tells otherwise; absent where it did not matter.</param>
/// <param name="Corrected">How many rows corrected an entry that was there: the bank replaced it or took it back.</param>
/// <param name="Token">Of a preview: sent with the import, that does what was shown or says what has changed.</param>
internal sealed record ImportReport(
    Guid? Id, string? FileName, string Format, IReadOnlyList<ImportedAccount> Accounts, int Imported, int Duplicates, int Rejected,
    int BeforeOpening, Guid CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset? UndoneAt, IReadOnlyList<ImportReportRow> Rows,
    string? BalanceCheck = null, IReadOnlyList<int>? Contradictions = null, object? Layout = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Signs = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImportedBySettled? Settled = null,
    int Corrected = 0,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Token = null)
{
    public static ImportReport Of(Import import, ImportCompleted e) => new(
        import.Id, import.FileName, import.Format, import.Accounts, import.Imported, import.Duplicates, import.Rejected,
        import.Accounts.Sum(account => account.BeforeOpening), import.CreatedBy, import.CreatedAt, import.UndoneAt,
        new ImportReportRows(e),
        e.File.BalanceCheck, Signs: e.File.Signs, Settled: e.File.Settled, Corrected: import.Corrected);
}

/// <param name="Row">Counts the rows from 1; what <c>rows</c> of a request goes by.</param>
/// <param name="Line">The line of the file; several rows may share one.</param>
/// <param name="Status">imported, duplicate, rejected or corrected.</param>
/// <param name="AccountId">The account.</param>
/// <param name="TransactionId">The transaction it became.</param>
/// <param name="Date">The posting date.</param>
/// <param name="Amount">Signed minor units.</param>
/// <param name="Payee">As recorded.</param>
/// <param name="CategoryId">The category it was given, by the file or by what the payee was given last.</param>
/// <param name="Text">An excerpt of a line that could not be read.</param>
/// <param name="Reason">Why it is a duplicate or was rejected.</param>
/// <param name="DuplicateOf">The transaction that was there already.</param>
/// <param name="Match">How that one was told.</param>
/// <param name="PossibleDuplicateOf">Of an imported row: an entry that it may be, but not surely. Nothing was done about it.</param>
/// <param name="Correction">The entry that the bank corrects with the row: done where the status is corrected, else the reason says why not.</param>
/// <param name="OtherSide">Of an imported transfer: the entry of the other account that it was joined with, since that is its other side.</param>
internal sealed record ImportReportRow(
    int Row, int Line, RowStatus Status, Guid? AccountId, Guid? TransactionId, DateOnly? Date, long? Amount, string? Payee, Guid? CategoryId,
    string? Text, FieldError? Reason, Guid? DuplicateOf, ImportMatch? Match,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? PossibleDuplicateOf,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImportCorrection? Correction,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? OtherSide)
{
    public static ImportReportRow Of(int number, ImportedRow row, IReadOnlyList<ImportedAccount> accounts) => new(
        number, row.Line, row.Status, row.Account is { } account ? accounts[account].AccountId : null, row.TransactionId, row.Date, row.Amount,
        row.Payee, row.CategoryId, row.Text, Why(row), row.Status is RowStatus.Duplicate ? row.Match?.TransactionId : null,
        row.Match is { } match ? new ImportMatch(match.By, match.TransactionId, match.Row, match.DaysApart, match.Payee, match.Deleted) : null,
        row.PossibleDuplicateOf, row.Correction is { } correction ? new ImportCorrection(correction.TransactionId, correction.IsDeletion) : null,
        row.OtherSide);

    private static FieldError? Why(ImportedRow row)
    {
        if (row.Reason is { } reason) return new FieldError(reason.Code, Messages.Localize($"imports.row.{reason.Code}", reason.English));
        if (row.Status is not RowStatus.Duplicate || row.Match is not { } match) return null;

        var words = new Wording(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
        var (code, text) = match switch
        {
            { Deleted: true } => ("deleted-duplicate", words.Say("imports.row.deleted-duplicate", "This entry was imported before and then deleted.")),
            { Row: not null } => ("repeated-row", words.Say("imports.row.repeated-row", $"Row {match.Row} has the same bank id, date and amount.", ("row", match.Row))),
            { By: MatchKind.BankId, DaysApart: 0 } => ("same-bank-id", words.Say("imports.row.same-bank-id", "An entry has the same bank id, date and amount.")),
            { By: MatchKind.BankId } => ("moved-bank-id", words.Count("imports.row.moved-bank-id", match.DaysApart, (
                "An entry has the same bank id and amount; the dates are {count} day apart.",
                "An entry has the same bank id and amount; the dates are {count} days apart."))),
            { DaysApart: 0 } => ("same-content", words.Say("imports.row.same-content", "An entry has the same account, date and amount.")),
            _ => ("close-content", words.Count("imports.row.close-content", match.DaysApart, (
                "An entry has the same account and amount; the dates are {count} day apart.",
                "An entry has the same account and amount; the dates are {count} days apart."))),
        };
        return new FieldError(code, text);
    }
}

/// <param name="By">bankId or content.</param>
/// <param name="TransactionId">The transaction it was matched with.</param>
/// <param name="Row">The row of this file that it repeats.</param>
/// <param name="DaysApart">Between the two dates.</param>
/// <param name="Payee">same, similar, different or missing.</param>
/// <param name="Deleted">That transaction was deleted by a user.</param>
internal sealed record ImportMatch(MatchKind By, Guid? TransactionId, int? Row, int DaysApart, PayeeMatch Payee, bool Deleted);

/// <param name="TransactionId">The entry.</param>
/// <param name="Deletes">The bank takes it back; else its date, amount and payee become the row's.</param>
internal sealed record ImportCorrection(Guid TransactionId, bool Deletes);

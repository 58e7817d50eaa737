using System.Collections;

namespace MyBudget.Features.Imports;

/// <summary>Each row is made when it is written to the answer: of a large file all of them would be as much again as the file.</summary>
internal sealed class ImportReportRows(ImportCompleted import) : IReadOnlyList<ImportReportRow>
{
    public int Count => import.Rows.Count;

    public ImportReportRow this[int index] => ImportReportRow.Of(index + 1, import.Rows[index], import.Accounts);

    public IEnumerator<ImportReportRow> GetEnumerator() => Enumerable.Range(0, Count).Select(index => this[index]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

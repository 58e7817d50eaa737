using System.Collections;

namespace MyBudget.Features.Imports.ImportFile;

/// <summary>What became of each row; each is made when it is asked for, as of a large file all of them would be as much again as the file.</summary>
internal sealed class ImportedRows(IReadOnlyList<DraftRow> drafts) : IReadOnlyList<ImportedRow>
{
    public int Count => drafts.Count;

    public ImportedRow this[int index] => drafts[index].ToRow();

    public IEnumerator<ImportedRow> GetEnumerator() => drafts.Select(draft => draft.ToRow()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

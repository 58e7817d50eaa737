using MyBudget.BankFiles;

namespace MyBudget.Features.Imports.ImportFile;

/// <summary>
/// What one statement says of an account. Entries of the ledger are made of it whenever they are asked for: of a large file, all of them
/// would be several times as much as the file.
/// </summary>
internal sealed class ToldRows(IReadOnlyList<BankEntry> entries, StatementTarget target, StatementEntry entry)
{
    public StatementTarget Target => target;

    public BankEntry this[int place] => entries[place];

    public Entry EntryOf(int place) => entry.Make(entries[place], target.Account);
}

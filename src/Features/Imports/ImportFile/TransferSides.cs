namespace MyBudget.Features.Imports.ImportFile;

/// <summary>A file of several accounts tells a transfer between two of them twice, once in each; it is recorded once.</summary>
internal sealed class TransferSides
{
    private readonly Dictionary<(Guid From, Guid To, DateOnly Date, long Amount), Queue<int>> _waiting = [];

    /// <summary>The row that has the other side of this one, if it came before.</summary>
    public int? RowOfOther(Entry entry, int number)
    {
        if (entry.Transfer is not { } transfer) return null;
        if (_waiting.TryGetValue((transfer.AccountId, entry.AccountId, entry.Date, transfer.Amount), out var rows) && rows.TryDequeue(out var other))
            return other;

        var key = (entry.AccountId, transfer.AccountId, entry.Date, entry.Amount);
        if (!_waiting.TryGetValue(key, out var own)) _waiting.Add(key, own = new Queue<int>());
        own.Enqueue(number);
        return null;
    }
}

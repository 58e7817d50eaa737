namespace MyBudget.Features.Notifications.Subscribers;

/// <summary>The notices of one write to a ledger.</summary>
internal sealed class EntriesOfWrite(
    Guid ledgerId, IReadOnlyList<Guid> members, IReadOnlyDictionary<Guid, string> names, IReadOnlyDictionary<Guid, AccountFacts> accounts, LargeLimit limit)
{
    /// <summary>A large one has a notice as such, and none as an entry beside.</summary>
    public IEnumerable<Notice> NoticesOf(Guid id, TransactionRecorded recorded)
    {
        var (entry, account) = (recorded.Entry, accounts[recorded.Entry.AccountId]);
        var kind = IsLarge(recorded) ? NotificationKind.LargeTransaction : NotificationKind.MemberEntry;
        var data = new EntryNotice(id, account.Name, entry.Payee, entry.Date, entry.Amount, account.Currency, NameOf(recorded.By));
        return OthersThan(recorded.By).Select(user => new Notice($"entry/{id}", kind, user, ledgerId, data, recorded.At));
    }

    /// <summary>Many of one write: how many, and how many of them are large.</summary>
    public IEnumerable<Notice> TogetherOf(long revision, IReadOnlyList<(Guid Id, TransactionRecorded Event)> recorded)
    {
        var (by, at) = (recorded[0].Event.By, recorded[0].Event.At);
        return Count($"entries/{ledgerId}/{revision}", recorded.Count, recorded.Count(entry => IsLarge(entry.Event)), importId: null, by, at, OthersThan(by));
    }

    public IEnumerable<Notice> NoticesOf(Guid id, ImportCompleted import)
    {
        var imported = import.Rows.Where(row => row.Status == RowStatus.Imported).ToList();
        var large = imported.Count(row => row is { Amount: { } amount, Account: { } account }
            && limit.IsReachedBy(amount, accounts[import.Accounts[account].AccountId].Currency));
        return Count($"import/{id}", imported.Count, large, id, import.By, import.At, members);
    }

    private IEnumerable<Notice> Count(
        string key, int entries, int large, Guid? importId, Guid by, DateTimeOffset at, IEnumerable<Guid> toldOfLarge)
    {
        var name = NameOf(by);
        if (entries > 0)
        {
            foreach (var user in OthersThan(by))
                yield return new Notice(key, NotificationKind.MemberEntry, user, ledgerId, new EntriesNotice(entries, importId, name), at);
        }

        if (large == 0) yield break;
        foreach (var user in toldOfLarge)
            yield return new Notice($"{key}/large", NotificationKind.LargeTransaction, user, ledgerId, new EntriesNotice(large, importId, name), at);
    }

    /// <summary>A transfer only moves money within the household.</summary>
    private bool IsLarge(TransactionRecorded recorded) =>
        recorded.Entry.Transfer is null && limit.IsReachedBy(recorded.Entry.Amount, accounts[recorded.Entry.AccountId].Currency);

    private IEnumerable<Guid> OthersThan(Guid by) => members.Where(user => user != by);

    private string NameOf(Guid user) => names.GetValueOrDefault(user, "?");
}

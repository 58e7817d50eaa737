namespace MyBudget.Features.Notifications.Subscribers;

/// <summary>The notices of one write to a ledger. What is large is also an entry that somebody made or changed, for who wants only that.</summary>
internal sealed class EntriesOfWrite(
    Guid ledgerId, IReadOnlyList<Guid> members, IReadOnlyDictionary<Guid, string> names, IReadOnlyDictionary<Guid, AccountFacts> accounts, LargeLimit limit)
{
    public IEnumerable<Notice> NoticesOf(Guid id, TransactionRecorded recorded) =>
        Of($"entry/{ledgerId}/{id}", NotificationKind.MemberEntry, id, recorded.Entry, IsLarge(recorded.Entry), recorded.By, recorded.At);

    public IEnumerable<Notice> NoticesOf(long revision, EntryEdit edit) =>
        Of($"edit/{ledgerId}/{edit.Id}/{revision}", edit.Kind, edit.Id, edit.Entry, IsRaised(edit), edit.By, edit.At);

    /// <summary>Many of one write: how many, and how many of them are large.</summary>
    public IEnumerable<Notice> TogetherOf(long revision, IReadOnlyList<(Guid Id, TransactionRecorded Event)> recorded)
    {
        var (by, at) = (recorded[0].Event.By, recorded[0].Event.At);
        var large = recorded.Count(entry => IsLarge(entry.Event.Entry));
        return Count($"entries/{ledgerId}/{revision}", NotificationKind.MemberEntry, recorded.Count, large, importId: null, by, at, OthersThan(by));
    }

    /// <summary>The same of changes and deletions.</summary>
    public IEnumerable<Notice> TogetherOf(long revision, IReadOnlyList<EntryEdit> edits) => edits.GroupBy(edit => edit.Kind).SelectMany(alike =>
        Count(
            $"edits/{ledgerId}/{revision}/{alike.Key}", alike.Key, alike.Count(), alike.Count(IsRaised), importId: null, edits[0].By, edits[0].At,
            OthersThan(edits[0].By)));

    public IEnumerable<Notice> NoticesOf(Guid id, ImportCompleted import)
    {
        var imported = import.Rows.Where(row => row.Status == RowStatus.Imported).ToList();
        var large = imported.Count(row => row is { Amount: { } amount, Account: { } account }
            && limit.IsReachedBy(amount, accounts[import.Accounts[account].AccountId].Currency));
        return Count($"import/{ledgerId}/{id}", NotificationKind.MemberEntry, imported.Count, large, id, import.By, import.At, members);
    }

    private IEnumerable<Notice> Of(string key, NotificationKind kind, Guid id, Entry entry, bool isLarge, Guid by, DateTimeOffset at)
    {
        if (!accounts.TryGetValue(entry.AccountId, out var account)) yield break;
        var data = new EntryNotice(id, account.Name, entry.Payee, entry.Date, entry.Amount, account.Currency, NameOf(by)) { ById = IdOf(by) };
        foreach (var user in OthersThan(by))
        {
            var notice = new Notice(key, kind, user, ledgerId, data, at);
            yield return isLarge ? notice with { Kind = NotificationKind.LargeTransaction, Otherwise = notice } : notice;
        }
    }

    private IEnumerable<Notice> Count(
        string key, NotificationKind kind, int entries, int large, Guid? importId, Guid by, DateTimeOffset at, IEnumerable<Guid> toldOfLarge)
    {
        EntriesNotice Counted(int count) => new(count, importId, NameOf(by)) { ById = IdOf(by) };
        if (entries > 0)
        {
            foreach (var user in OthersThan(by))
                yield return new Notice(key, kind, user, ledgerId, Counted(entries), at);
        }

        if (large == 0) yield break;
        foreach (var user in toldOfLarge)
            yield return new Notice($"{key}/large", NotificationKind.LargeTransaction, user, ledgerId, Counted(large), at);
    }

    /// <summary>A transfer only moves money within the household, unless a category says what it was for.</summary>
    private bool IsLarge(Entry entry) => accounts.TryGetValue(entry.AccountId, out var account) && limit.IsReachedBy(
        EntryLine.Of(entry).Where(line => line.AccountId == entry.AccountId).Sum(line => line.Amount), account.Currency);

    /// <summary>Whether a change made it a large one.</summary>
    private bool IsRaised(EntryEdit edit) => edit.Was is { } was && !IsLarge(was) && IsLarge(edit.Entry);

    private IEnumerable<Guid> OthersThan(Guid by) => members.Where(user => user != by);

    private string NameOf(Guid user) => names.GetValueOrDefault(user, "?");

    private Guid? IdOf(Guid user) => names.ContainsKey(user) ? user : null;
}

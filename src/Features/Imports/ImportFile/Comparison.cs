namespace MyBudget.Features.Imports.ImportFile;

/// <summary>What the rows of a file were compared with, so that it can be told whether a change by others matters.</summary>
internal sealed class Comparison
{
    private HashSet<Guid> _known = [];
    private IReadOnlyList<AmountSpan> _spans = [];

    /// <summary>Accounts in whose files the bank's ids tell nothing.</summary>
    public IReadOnlySet<Guid> Distrusted { get; private set; } = new HashSet<Guid>();

    /// <summary>Tells which rows the ledger has already.</summary>
    public async Task MarkAsync(LedgerWrite write, IReadOnlyList<DraftRow> all, BankCorrections corrections)
    {
        // What corrects an entry is that entry's, whatever else it looks like; and the entry is no other row's.
        var drafts = all.All(draft => draft.Correction is null) ? all : [.. all.Where(draft => draft.Correction is null)];
        var corrected = all.Select(draft => draft.Correction?.TransactionId).OfType<Guid>().ToHashSet();
        var spans = AmountSpan.Of(drafts.Where(draft => draft.HasEntry).Select(draft => (draft.AccountId, draft.Amount, draft.Date)), KnownEntries.Days);
        _spans = spans;
        var ids = drafts.Where(draft => draft is { HasEntry: true, BankId: not null }).Select(draft => (draft.AccountId, draft.BankId!));
        var known = await KnownEntries.ReadAsync(write.Session, spans, ids, write.Cancellation);
        _known = [.. known.Select(entry => entry.Id), .. corrections.Entries];
        Distrusted = DuplicateSearch.Mark(drafts, corrected.Count == 0 ? known : [.. known.Where(entry => !corrected.Contains(entry.Id))]);

        IReadOnlyList<OtherSideOfRow> sides = [.. drafts.Where(draft => draft.IsImported).SelectMany(OtherSideOfRow.Of)];
        if (sides.Count == 0) return;
        HashSet<Guid> taken = [.. drafts.Select(draft => draft.Match?.TransactionId).OfType<Guid>()];
        _known.UnionWith(await OtherSidesThere.MarkAsync(write.Session, sides, taken, await LedgerFacts.InAsync(write), write.Cancellation));
        _spans = [.. spans, .. AmountSpan.Of(sides.Select(side => (side.Entry.AccountId, side.Entry.Amount, side.Entry.Date)), KnownEntries.Days)];
    }

    /// <summary>
    /// Whether no row was compared with any of these, nor would be now. Another import may have brought the same file, and told which accounts a
    /// bank's are. What changes accounts themselves is asked for before.
    /// </summary>
    public async Task<bool> HoldsAsync(LedgerWrite write, IReadOnlyList<LedgerChanged> since)
    {
        if (since.Any(change => change.Kind is ImportsModule.Kind or ImportsModule.LayoutKind || _known.Contains(change.Id))) return false;
        Guid[] entries = [.. since.Where(change => change.Kind == TransactionEntity.Kind).Select(change => change.Id)];
        var places = await KnownEntries.PlacesAsync(write.Session, entries, write.Cancellation);
        if (places.Count == 0) return true;
        var spans = _spans.ToLookup(span => (span.AccountId, span.Amount));
        return !places.Any(place => spans[(place.AccountId, place.Amount)].Any(span => span.First <= place.Date && place.Date <= span.Last));
    }
}

namespace MyBudget.Features.Transactions.Reactions;

/// <summary>Before an import is undone, what it brought leaves what it was joined with: of what other banks told nothing is lost.</summary>
internal static class PartWithImport
{
    /// <returns>The same transactions, as they are then.</returns>
    public static async Task<IReadOnlyList<Transaction>> PartAsync(
        LedgerWrite write, Guid import, IReadOnlyList<Transaction> touched, OtherTellers tellers, LedgerFacts facts, ImportUndone undone)
    {
        if (touched.All(transaction => transaction is { JoinedInto: null, Joined: null })) return touched;
        foreach (var id in touched.Where(transaction => transaction.ImportId == import).Select(transaction => transaction.Id))
        {
            // Each as the one before has left it: what it brought may be joined with each other.
            if (await write.FindAsync<Transaction>(id) is { JoinedInto: not null } part) await LeaveAsync(write, part, facts, undone);
            if (await write.FindAsync<Transaction>(id) is { DeletedAt: null, Joined: not null } whole)
                await ReleaseAsync(write, import, whole, tellers, facts, undone);
        }

        var parted = new List<Transaction>();
        foreach (var transaction in touched) parted.Add((await write.FindAsync<Transaction>(transaction.Id))!);
        return parted;
    }

    /// <summary>What it is part of may be part of another.</summary>
    private static async Task LeaveAsync(LedgerWrite write, Transaction part, LedgerFacts facts, ImportUndone undone)
    {
        if (await write.FindAsync<Transaction>(part.Id) is not { JoinedInto: { } into } || await write.FindAsync<Transaction>(into) is not { } whole) return;
        if (whole.JoinedInto is not null)
        {
            await LeaveAsync(write, whole, facts, undone);
            whole = (await write.FindAsync<Transaction>(into))!;
        }

        // A whole that was deleted takes its parts with it, and comes back with them.
        if (whole.DeletedAt is not null) return;
        var joined = (await Parting.JoinedAsync(write, whole)).Last(joined => joined.With == part.Id);
        await Parting.PartAsync(write, whole, joined, facts, undone.By, undone.At);
    }

    private static async Task ReleaseAsync(
        LedgerWrite write, Guid import, Transaction whole, OtherTellers tellers, LedgerFacts facts, ImportUndone undone)
    {
        var joinings = await Parting.JoinedAsync(write, whole);
        var came = joinings.SelectMany(joined => joined.Rows).ToHashSet();
        var stays = whole.BankRecord is { } own && (tellers.Of(whole.Id, own.AccountId) is not null
            || whole.BankRows?.Any(row => row.AccountId == own.AccountId && row.ImportId != import && !came.Contains(row)) is true);
        if (stays) return;
        foreach (var joined in joinings.Reverse())
            whole = await Parting.PartAsync(write, (await write.FindAsync<Transaction>(whole.Id))!, joined, facts, undone.By, undone.At);
    }
}

namespace MyBudget.Features.Transactions.Reactions;

/// <summary>Before an import is undone, what it brought leaves what it was joined with: of what other banks told nothing is lost.</summary>
internal static class PartWithImport
{
    /// <returns>The same transactions, as they are then.</returns>
    public static async Task<IReadOnlyList<Transaction>> PartAsync(
        LedgerWrite write, Guid import, IReadOnlyList<Transaction> touched, OtherTellers tellers, LedgerFacts facts, ImportUndone undone)
    {
        if (touched.All(transaction => transaction is { JoinedInto: null, Joined: null })) return touched;
        foreach (var transaction in touched.Where(transaction => transaction.ImportId == import)) await EnsureNobodyElseTellsAsync(write, transaction, tellers);
        foreach (var id in touched.Where(transaction => transaction.ImportId == import).Select(transaction => transaction.Id))
        {
            // Each as the one before has left it: what it brought may be joined with each other. What goes with its import leaves the receipts
            // that somebody attached to it with what is left.
            if (await write.FindAsync<Transaction>(id) is { JoinedInto: not null } part)
                await LeaveAsync(write, part, facts, undone, going: []);
            if (await write.FindAsync<Transaction>(id) is { DeletedAt: null, Joined: not null } whole)
                await ReleaseAsync(write, import, whole, tellers, facts, undone);
        }

        var parted = new List<Transaction>();
        foreach (var transaction in touched) parted.Add((await write.FindAsync<Transaction>(transaction.Id))!);
        return parted;
    }

    /// <summary>What a user deleted with parts that an import brought: it stays deleted, but no longer answers for their rows.</summary>
    public static async Task<IReadOnlyList<Transaction>> DeletedWholesAsync(LedgerWrite write, IReadOnlyList<Transaction> touched)
    {
        var wholes = new Dictionary<Guid, Transaction>();
        foreach (var part in touched)
        {
            for (var next = part.JoinedInto; next is { } id && await write.FindAsync<Transaction>(id) is { } whole; next = whole.JoinedInto)
            {
                if (touched.All(transaction => transaction.Id != id)) wholes[id] = whole;
            }
        }

        return [.. wholes.Values];
    }

    /// <summary>
    /// Of what another file tells, too, or what was joined more than once, it cannot be known what would be left: whoever joined it parts it.
    /// </summary>
    private static async Task EnsureNobodyElseTellsAsync(LedgerWrite write, Transaction transaction, OtherTellers tellers)
    {
        if (transaction is { JoinedInto: null, Joined: null }) return;
        var whole = transaction;
        while (whole.JoinedInto is { } into && await write.FindAsync<Transaction>(into) is { } found) whole = found;
        var isNested = transaction.JoinedInto is { } direct && direct != whole.Id;
        if (!isNested && !await TellOfAsync(whole)) return;
        throw new RuleViolation(
            "imports.joined", "An entry that was joined with one of these was joined again, or another import tells of it; part them first.",
            new Dictionary<string, object?> { ["transactionId"] = whole.Id });

        async Task<bool> TellOfAsync(Transaction member)
        {
            if (tellers.TellOf(member)) return true;
            foreach (var id in member.Joined ?? [])
            {
                if (await write.FindAsync<Transaction>(id) is { } part && (part.Joined is not null || await TellOfAsync(part))) return true;
            }

            return false;
        }
    }

    /// <summary>What it is part of may be part of another.</summary>
    private static async Task LeaveAsync(
        LedgerWrite write, Transaction part, LedgerFacts facts, ImportUndone undone, IReadOnlyList<Receipt>? going = null)
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
        await Parting.PartAsync(write, whole, joined, facts, undone.By, undone.At, going);
    }

    private static async Task ReleaseAsync(
        LedgerWrite write, Guid import, Transaction whole, OtherTellers tellers, LedgerFacts facts, ImportUndone undone)
    {
        var joinings = await Parting.JoinedAsync(write, whole);
        var came = joinings.SelectMany(joined => joined.Rows).ToHashSet();
        var stays = whole.BankRecord is { } own && (tellers.Of(whole.Id, own.AccountId) is not null
            || whole.BankRows?.Any(row => row.AccountId == own.AccountId && row.ImportId != import && !came.Contains(row)) is true);
        if (stays) return;
        foreach (var (place, joined) in joinings.Index().Reverse())
        {
            whole = (await write.FindAsync<Transaction>(whole.Id))!;
            // What was attached to the whole meanwhile does not go with the import either.
            whole = await Parting.PartAsync(write, whole, joined, facts, undone.By, undone.At, going: place == 0 ? whole.Receipts ?? [] : null);
        }
    }
}

using MyBudget.BankFiles;

namespace MyBudget.Features.Imports.ImportFile;

/// <summary>What earlier imports settled for accounts of the ledger, and what this one does.</summary>
internal sealed class RememberedLayouts
{
    private readonly IReadOnlyList<ImportLayout> _layouts;

    private RememberedLayouts(IEnumerable<ImportLayout> layouts) => _layouts = [.. layouts.OrderByDescending(layout => layout.SettledAt)];

    public static async Task<RememberedLayouts> ReadAsync(LedgerWrite write) => new(await write.AllAsync<ImportLayout>());

    /// <param name="accounts">Those that the file is for; of any account where the request names none.</param>
    public IReadOnlyList<SettledLayout> For(IReadOnlyCollection<Guid> accounts) =>
        [.. _layouts.Where(layout => accounts.Count == 0 || accounts.Contains(layout.AccountId)).Select(LayoutText.ToSettled)];

    /// <summary>As the report tells it; null where the file was read alone and nothing differs.</summary>
    public ImportedBySettled? Told(SettledUse? use)
    {
        if (use is null || _layouts.FirstOrDefault(layout => layout.Id == use.By.Id) is not { } by) return null;
        return new ImportedBySettled(by.ImportId, use.Used, use.Differs.Count == 0 ? null : use.Differs);
    }

    /// <summary>Keeps what the file settled, for each account that it went into.</summary>
    public void Settle(LedgerWrite write, SettledLayout? settled, string format, IEnumerable<Guid> accounts, Guid import)
    {
        if (settled is null) return;
        foreach (var account in accounts.Distinct())
        {
            var known = _layouts.FirstOrDefault(layout => layout.AccountId == account && layout.Shape == settled.Shape);
            if (Decide(known, LayoutText.Of(settled, account, format), import, write.By, write.Now) is not { } e) continue;
            if (known is null) write.Start<ImportLayout>(write.NewId(), e);
            else write.Append(known, e);
        }
    }

    /// <returns>Null where it is known already.</returns>
    internal static ImportLayoutSettled? Decide(ImportLayout? known, ImportLayoutDetails now, Guid import, Guid by, DateTimeOffset at) =>
        known is not null && LayoutText.AreSame(known.ToDetails(), now) ? null : new ImportLayoutSettled(now, import, by, at);
}

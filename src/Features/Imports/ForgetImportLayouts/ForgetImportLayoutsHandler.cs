namespace MyBudget.Features.Imports.ForgetImportLayouts;

/// <summary>Answers whether there is such an account.</summary>
internal sealed record ForgetImportLayouts(Guid AccountId) : ICommand<bool>;

internal sealed class ForgetImportLayoutsHandler(LedgerWriter ledger) : IRequestHandler<ForgetImportLayouts, bool>
{
    public Task<bool> Handle(ForgetImportLayouts command, CancellationToken cancellationToken) => ledger.WriteAsync(async write =>
    {
        if (!(await LedgerFacts.InAsync(write)).Accounts.ContainsKey(command.AccountId)) return false;
        foreach (var layout in (await write.AllAsync<ImportLayout>()).Where(layout => layout.AccountId == command.AccountId))
            write.Append(layout, Decide(write.By, write.Now));
        return true;
    }, cancellationToken);

    internal static ImportLayoutForgotten Decide(Guid by, DateTimeOffset now) => new(by, now);
}

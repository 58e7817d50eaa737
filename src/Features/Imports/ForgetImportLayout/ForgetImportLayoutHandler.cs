namespace MyBudget.Features.Imports.ForgetImportLayout;

/// <summary>Answers whether there was such a layout.</summary>
internal sealed record ForgetImportLayout(Guid AccountId, Guid Id, IfMatch IfMatch) : ICommand<bool>;

internal sealed class ForgetImportLayoutHandler(LedgerWriter ledger) : IRequestHandler<ForgetImportLayout, bool>
{
    public Task<bool> Handle(ForgetImportLayout command, CancellationToken cancellationToken) => ledger.WriteAsync(async write =>
    {
        if (await write.FindAsync<ImportLayout>(command.Id) is not { } layout || layout.AccountId != command.AccountId) return false;
        command.IfMatch.Ensure(layout.Version);
        write.Append(layout, Decide(write.By, write.Now));
        return true;
    }, cancellationToken);

    internal static ImportLayoutForgotten Decide(Guid by, DateTimeOffset now) => new(by, now);
}

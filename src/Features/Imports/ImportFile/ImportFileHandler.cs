using MyBudget.BankFiles;

namespace MyBudget.Features.Imports.ImportFile;

internal sealed record ImportFile(
    Guid? Id, Guid? AccountId, bool Preview, UploadedFile? File, CsvMapping? Mapping, IReadOnlyList<AccountChoice>? Accounts,
    IReadOnlyDictionary<int, RowChoice>? Rows, bool AcceptContradiction, string? Token, string Fingerprint, string ShownFingerprint)
    : ICommand<ImportReport>;

internal sealed class ImportFileHandler(LedgerWriter ledger) : IRequestHandler<ImportFile, ImportReport>
{
    public Task<ImportReport> Handle(ImportFile command, CancellationToken cancellationToken)
    {
        var (file, comparison) = (new FileOfImport(command), new Comparison());
        return command.Preview
            ? ledger.PreviewAsync(async write => file.Preview(await ImportAsync(write, file, comparison, command)), cancellationToken)
            : ledger.WriteAheadAsync(
                [command.Id],
                write => ImportAsync(write, file, comparison, command),
                async (write, since) => !since.Any(change => change.Id == command.Id) && await comparison.HoldsAsync(write, since),
                cancellationToken);
    }

    private static async Task<ImportReport> ImportAsync(LedgerWrite write, FileOfImport source, Comparison comparison, ImportFile command)
    {
        var fingerprint = $"{command.Fingerprint}-{command.AccountId:N}";
        if (!command.Preview && await write.IsRepeatOfAsync<ImportCompleted>(command.Id, first => first.File.Fingerprint == fingerprint))
            return await StoredAsync(write, command.Id!.Value);

        var facts = await LedgerFacts.InAsync(write);
        var layouts = await RememberedLayouts.ReadAsync(write);
        var file = source.Read(facts, layouts);
        var accounts = await StatementAccounts.ResolveAsync(file.Statements, command, facts, write.Session, write.Cancellation);
        var corrections = await BankCorrections.ReadAsync(write.Session, file.Statements, accounts, write.Cancellation);
        var drafts = new StatementRows(facts, corrections).Of(file.Statements, accounts);
        await comparison.MarkAsync(write, drafts, corrections);
        var proposals = PreviewToken.Proposals(drafts, accounts.Used);
        RowChoices.Apply(drafts, command.Rows);
        await CategorySuggestions.AddAsync(drafts, facts, write.Session, write.Cancellation);
        var token = PreviewToken.Of(proposals, drafts, $"{command.ShownFingerprint}-{command.AccountId:N}");
        if (command.Token is not null) PreviewToken.Ensure(command.Token, token, command.Rows);

        var id = command.Id ?? write.NewId();
        var entries = Decide(drafts, facts, id, write.By, write.Now);
        if (!command.Preview) write.StartNew(entries.Ids, entries.Recorded);

        var used = accounts.Tell(drafts, facts, comparison.Distrusted);
        var completed = new ImportCompleted(source.Kept(fingerprint, layouts), used, new ImportedRows(drafts), write.By, write.Now);
        var import = write.Start<Import>(id, completed);
        layouts.Settle(write, file.Settles, file.Format.Name, used.Select(use => use.AccountId), id);
        if (!command.Preview) await write.PublishAsync(id, completed);
        return ImportReport.Of(import, completed) with { Token = command.Preview ? token : null };
    }

    private static NewEntries Decide(IReadOnlyList<DraftRow> drafts, LedgerFacts facts, Guid import, Guid by, DateTimeOffset now)
    {
        var entries = new NewEntries(drafts, facts, import, by, now);
        entries.EnsureRecordable();
        return entries;
    }

    private static async Task<ImportReport> StoredAsync(LedgerWrite write, Guid id)
    {
        var completed = (await write.FirstEventAsync<ImportCompleted>(id))!;
        return ImportReport.Of(Import.Of(id, completed), completed);
    }
}

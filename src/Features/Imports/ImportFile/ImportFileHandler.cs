using MyBudget.BankFiles;

namespace MyBudget.Features.Imports.ImportFile;

internal sealed record ImportFile(
    Guid? Id, Guid? AccountId, bool Preview, UploadedFile? File, CsvMapping? Mapping, IReadOnlyList<AccountChoice>? Accounts,
    IReadOnlyDictionary<int, RowChoice>? Rows, string Fingerprint) : ICommand<ImportReport>;

internal sealed class ImportFileHandler(LedgerWriter ledger) : IRequestHandler<ImportFile, ImportReport>
{
    public Task<ImportReport> Handle(ImportFile command, CancellationToken cancellationToken)
    {
        var (file, comparison) = (Read(command), new Comparison());
        command.File!.Release();
        return command.Preview
            ? ledger.PreviewAsync(
                async write => (await ImportAsync(write, file, comparison, command)) with { Id = null, Layout = file.Layout }, cancellationToken)
            : ledger.WriteAheadAsync(
                [command.Id],
                write => ImportAsync(write, file, comparison, command),
                async (write, since) => !since.Any(change => change.Id == command.Id) && await comparison.HoldsAsync(write, since),
                cancellationToken);
    }

    private static async Task<ImportReport> ImportAsync(LedgerWrite write, BankFile file, Comparison comparison, ImportFile command)
    {
        var fingerprint = $"{command.Fingerprint}-{command.AccountId:N}";
        if (!command.Preview && await write.IsRepeatOfAsync<ImportCompleted>(command.Id, first => first.File.Fingerprint == fingerprint))
            return await StoredAsync(write, command.Id!.Value);

        var facts = await LedgerFacts.InAsync(write);
        var accounts = await StatementAccounts.ResolveAsync(file.Statements, command, facts, write.Session, write.Cancellation);
        var corrected = await BankCorrections.KnownAsync(write.Session, file.Statements, accounts, write.Cancellation);
        var drafts = new StatementRows(facts, corrected).Of(file.Statements, accounts);
        await comparison.MarkAsync(write, drafts);
        RowChoices.Apply(drafts, command.Rows);
        await CategorySuggestions.AddAsync(drafts, facts, write.Session, write.Cancellation);

        var id = command.Id ?? write.NewId();
        var recorded = Decide(drafts, facts, id, write.By, write.Now);
        foreach (var (entry, e) in recorded) write.StartNew(entry, e);
        var stored = new ImportedFile(FileName(command.File!.Name), file.Format.Name, fingerprint);
        var completed = new ImportCompleted(stored, accounts.Used, [.. drafts.Select(draft => draft.ToRow())], write.By, write.Now);
        return ImportReport.Of(write.Start<Import>(id, completed), completed);
    }

    /// <summary>Records every row that is to become an entry, and gives it an id.</summary>
    internal static IReadOnlyList<(Guid Id, TransactionRecorded Recorded)> Decide(
        IReadOnlyList<DraftRow> drafts, LedgerFacts facts, Guid import, Guid by, DateTimeOffset now)
    {
        List<DraftRow> imported = [.. drafts.Where(draft => draft.IsImported)];
        var ids = AscendingIds(imported, now);
        return [.. imported.Select((draft, index) =>
        {
            var recorded = facts.Record(draft.Entry!, new ImportSource(import, draft.BankId, draft.Line), by, now);
            draft.TransactionId = ids[index];
            return (ids[index], recorded);
        })];
    }

    private static BankFile Read(ImportFile command)
    {
        try
        {
            return BankFileReader.Read(command.File!.Content, command.File.Name, BankFileOptions.Default with { Csv = command.Mapping });
        }
        catch (BankFileException unreadable)
        {
            throw new RuleViolation($"imports.{unreadable.Code}", unreadable.Message, Arguments(unreadable));
        }
    }

    private static Dictionary<string, object?> Arguments(BankFileException unreadable)
    {
        var arguments = new Dictionary<string, object?>();
        if (unreadable.Candidates.Count > 0) arguments.Add("candidates", unreadable.Candidates);
        // The translation of what is unknown names it too.
        if ((unreadable.Detail ?? (unreadable.Code is "unknown-format" ? "?" : null)) is { } found) arguments.Add("found", found);
        return arguments;
    }

    private static async Task<ImportReport> StoredAsync(LedgerWrite write, Guid id)
    {
        var completed = (await write.FirstEventAsync<ImportCompleted>(id))!;
        return ImportReport.Of(Import.Of(id, completed), completed);
    }

    /// <summary>Lists order the entries of a day by id: so they stand as in the file, whichever end of it is the newest.</summary>
    private static Guid[] AscendingIds(List<DraftRow> drafts, DateTimeOffset now)
    {
        Guid[] ids = [.. drafts.Select(_ => Guid.CreateVersion7(now)).Order()];
        if (drafts.Count > 1 && drafts[0].Entry!.Date > drafts[^1].Entry!.Date) Array.Reverse(ids);
        return ids;
    }

    private static string? FileName(string? name)
    {
        const int most = 200;
        var line = new string([.. (name ?? "").Where(character => !char.IsControl(character) && !char.IsSurrogate(character))]);
        line = line[(line.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
        return line.Length == 0 ? null : line[..Math.Min(line.Length, most)];
    }
}

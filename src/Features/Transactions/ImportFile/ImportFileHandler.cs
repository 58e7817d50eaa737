using Marten;
using MediatR;
using MyBudget.BankFiles;
using MyBudget.Domain;
using MyBudget.Features.Transactions.Contracts;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Transactions.ImportFile;

internal sealed record ImportFile(
    Guid? Id, Guid? AccountId, bool Preview, UploadedFile? File, CsvMapping? Mapping, IReadOnlyList<AccountChoice>? Accounts,
    IReadOnlyDictionary<int, RowChoice>? Rows, string Fingerprint) : ICommand<ImportReport>;

internal sealed class ImportFileHandler(
    IDocumentSession session, LedgerScope scope, LedgerReference reference, BulkAppend<Transaction> bulk, TimeProvider time)
    : IRequestHandler<ImportFile, ImportReport>
{
    public async Task<ImportReport> Handle(ImportFile command, CancellationToken cancellationToken)
    {
        var file = Read(command);
        var fingerprint = $"{command.Fingerprint}-{command.AccountId:N}";

        // A preview decides under the same lock, so that it tells what an import would do now; then it gives the revision back.
        var head = await session.TakeRevisionAsync(cancellationToken);
        if (!command.Preview && await IsRepeatAsync(command.Id, fingerprint, cancellationToken))
            return await StoredAsync(command.Id!.Value, cancellationToken);

        var facts = await LedgerFacts.AtAsync(head, scope, session, reference, cancellationToken);
        var accounts = await StatementAccounts.ResolveAsync(file.Statements, command, facts, session, cancellationToken);
        var drafts = StatementRows.Of(file.Statements, accounts);
        await MatchAsync(drafts, cancellationToken);
        RowChoices.Apply(drafts, command.Rows);
        await CategorySuggestions.AddAsync(drafts, facts, session, cancellationToken);

        var (now, id) = (time.GetUtcNow(), command.Id ?? Guid.CreateVersion7(time.GetUtcNow()));
        var changes = command.Preview ? [] : Changes(drafts, facts, id, now);
        var format = file.Format.ToString().ToLowerInvariant();
        var completed = new ImportCompleted(
            new ImportedFile(FileName(command.File!.Name), format, fingerprint), accounts.Used, [.. drafts.Select(draft => draft.ToRow())], scope.UserId, now);
        var report = ImportReport.Of(Import.Create(id, completed), completed);
        if (command.Preview) return report with { Id = null, Layout = file.Layout };

        await bulk.AppendAsync(session, changes, cancellationToken);
        session.Events.StartStream<Import>(id, completed);
        await session.SaveChangesAsync(cancellationToken);
        return report;
    }

    private static BankFile Read(ImportFile command)
    {
        try
        {
            return BankFileReader.Read(command.File!.Content, command.File.Name, BankFileOptions.Default with { Csv = command.Mapping });
        }
        catch (BankFileException unreadable)
        {
            throw new RuleViolation(
                $"imports.{unreadable.Code}", unreadable.Message,
                unreadable.Candidates.Count == 0 ? null : new Dictionary<string, object?> { ["candidates"] = unreadable.Candidates });
        }
    }

    private Task<bool> IsRepeatAsync(Guid? id, string fingerprint, CancellationToken cancellationToken) =>
        session.IsRepeatOfAsync<ImportCompleted>(id, first => first.File.Fingerprint == fingerprint, cancellationToken);

    private async Task<ImportReport> StoredAsync(Guid id, CancellationToken cancellationToken)
    {
        var events = await session.Events.FetchStreamAsync(id, version: 1, token: cancellationToken);
        var completed = (ImportCompleted)events[0].Data;
        return ImportReport.Of(Import.Create(id, completed), completed);
    }

    private async Task MatchAsync(IReadOnlyList<DraftRow> drafts, CancellationToken cancellationToken)
    {
        var entries = drafts.Where(draft => draft.Entry is not null).ToList();
        if (entries.Count > 0) DuplicateSearch.Mark(drafts, await KnownEntries.ReadAsync(session, entries, cancellationToken));
    }

    private List<BulkChange<Transaction>> Changes(IReadOnlyList<DraftRow> drafts, LedgerFacts facts, Guid importId, DateTimeOffset now)
    {
        List<DraftRow> imported = [.. drafts.Where(draft => draft.IsImported)];
        var ids = AscendingIds(imported, now);
        return [.. imported.Select((draft, index) =>
        {
            var source = new ImportSource(importId, draft.BankId, draft.Line);
            var recorded = new TransactionRecorded(facts.EnsureRecordable(draft.Entry!), source, scope.UserId, now);
            draft.TransactionId = ids[index];
            return new BulkChange<Transaction>(ids[index], 1, recorded, Transaction.Create(ids[index], recorded));
        })];
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

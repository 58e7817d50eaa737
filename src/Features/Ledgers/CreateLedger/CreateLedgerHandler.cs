namespace MyBudget.Features.Ledgers.CreateLedger;

internal sealed record CreateLedger(Guid Id, string? Name, string? Currency, bool StarterCategories, Guid SessionId) : ICommand<LedgerView>;

internal sealed class CreateLedgerHandler(LedgerWriter writer, IDocumentSession session, LedgerScope scope) : IRequestHandler<CreateLedger, LedgerView>
{
    public async Task<LedgerView> Handle(CreateLedger command, CancellationToken cancellationToken)
    {
        var (name, currency) = (command.Name!.Trim(), Currency.Of(command.Currency!));
        // A user who leaves locks their sign-ins before looking for their ledgers: they find this one, or it is not created.
        if (await session.LockAsync<SignInSession>(command.SessionId, cancellationToken) is not { EndedAt: null })
            throw new ProblemException(StatusCodes.Status401Unauthorized, "auth.unauthenticated", "Sign in first.");

        LedgerView? created = null;
        var isNew = await writer.StartLedgerAsync(async write =>
        {
            // First, so that whoever enters another ledger at once is counted.
            var user = await session.LockAsync<UserProfile>(write.By, cancellationToken);
            var ledgers = await session.Query<LedgerMembership>().CountAsync(member => member.UserId == write.By, cancellationToken);
            await session.EnsureRoomForDeletedAsync(write.By, cancellationToken);
            var language = user?.Locale
                           ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
            var e = Decide(ledgers, name, currency, command.StarterCategories, language, write.By, write.Now);
            created = write.Start<Ledger>(command.Id, e).ToView(LedgerRole.Owner, write.Head.Revision);
            session.Store(new LedgerMembership(LedgerMembership.IdOf(command.Id, e.By), command.Id, e.By, LedgerRole.Owner, e.At));
            await write.PublishAsync(command.Id, e);
        }, cancellationToken);
        return isNew ? created! : await RepeatedAsync(command, name, currency, cancellationToken);
    }

    internal static LedgerCreated Decide(
        int ledgers, string name, Currency currency, bool starterCategories, string language, Guid by, DateTimeOffset now)
    {
        MemberRules.EnsureRoomForLedger(ledgers);
        return new LedgerCreated(name, currency, language, by, now, starterCategories);
    }

    /// <summary>The same request again is the same success; the id of another ledger is not to be had.</summary>
    private async Task<LedgerView> RepeatedAsync(CreateLedger command, string name, Currency currency, CancellationToken cancellationToken)
    {
        var id = command.Id;
        var membership = await session.LoadAsync<LedgerMembership>(LedgerMembership.IdOf(id, scope.UserId), cancellationToken);
        var ledger = membership is { Role: LedgerRole.Owner } ? await session.LoadAsync<Ledger>(id, cancellationToken) : null;
        var events = await session.Events.FetchStreamAsync(id, version: 1, token: cancellationToken);
        // Compared with what was asked for then: it may have been renamed since.
        if (ledger is null || events is not [{ Data: LedgerCreated first }]
            || (first.Name, first.Currency, first.StarterCategories) != (name, currency, command.StarterCategories))
            throw RuleViolation.Conflict("ledgers.id-taken", "Another ledger has this id.");

        return ledger.ToView(LedgerRole.Owner, await session.RevisionAsync(cancellationToken));
    }
}

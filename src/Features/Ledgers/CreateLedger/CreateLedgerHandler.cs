using System.Globalization;
using Marten;
using MediatR;
using MyBudget.Domain;
using MyBudget.Features.Identity.Contracts;
using MyBudget.Features.Ledgers.Contracts;
using MyBudget.Infrastructure.Database;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Http.Problems;
using MyBudget.Infrastructure.Security;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Ledgers.CreateLedger;

internal sealed record CreateLedger(Guid Id, string? Name, string? Currency, Guid SessionId) : ICommand<LedgerView>;

internal sealed class CreateLedgerHandler(IDocumentSession session, LedgerScope scope, IMediator mediator, TimeProvider time)
    : IRequestHandler<CreateLedger, LedgerView>
{
    public async Task<LedgerView> Handle(CreateLedger command, CancellationToken cancellationToken)
    {
        var (name, currency) = (command.Name!.Trim(), Currency.Of(command.Currency!));
        // A user who leaves locks their sign-ins before looking for their ledgers: they find this one, or it is not created.
        if (await session.LockAsync<SignInSession>(command.SessionId, cancellationToken) is not { EndedAt: null })
            throw new SignInRefusedException("auth.unauthenticated", "Sign in first.");
        if (!await session.StartLedgerAsync(cancellationToken)) return await RepeatedAsync(command.Id, name, currency, cancellationToken);

        MemberRules.EnsureRoomForLedger(
            await session.Query<LedgerMembership>().CountAsync(member => member.UserId == scope.UserId, cancellationToken));

        var language = (await session.LoadAsync<UserProfile>(scope.UserId, cancellationToken))?.Locale
                       ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var created = new LedgerCreated(name, currency, language, scope.UserId, time.GetUtcNow());
        session.Events.StartStream<Ledger>(command.Id, created);
        session.Store(new LedgerMembership(
            LedgerMembership.IdOf(command.Id, scope.UserId), command.Id, scope.UserId, LedgerRole.Owner, created.At));
        await mediator.Publish(new Appended<LedgerCreated>(command.Id, created), cancellationToken);
        await session.SaveChangesAsync(cancellationToken);

        return Ledger.Create(command.Id, created).ToView(LedgerRole.Owner, revision: 1);
    }

    /// <summary>The same request again is the same success; the id of another ledger is not to be had.</summary>
    private async Task<LedgerView> RepeatedAsync(Guid id, string name, Currency currency, CancellationToken cancellationToken)
    {
        var membership = await session.LoadAsync<LedgerMembership>(LedgerMembership.IdOf(id, scope.UserId), cancellationToken);
        var ledger = membership is { Role: LedgerRole.Owner } ? await session.LoadAsync<Ledger>(id, cancellationToken) : null;
        var events = await session.Events.FetchStreamAsync(id, version: 1, token: cancellationToken);
        // Compared with what was asked for then: it may have been renamed since.
        if (ledger is null || events is not [{ Data: LedgerCreated first }] || first.Name != name || first.Currency != currency)
            throw RuleViolation.Conflict("ledgers.id-taken", "Another ledger has this id.");

        return ledger.ToView(LedgerRole.Owner, await session.RevisionAsync(cancellationToken));
    }
}

using System.Text.Json;
using CsCheck;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using MyBudget.Features.Transactions;
using MyBudget.Features.Transactions.Contracts;
using MyBudget.Infrastructure.EventStore.Maintenance;

namespace MyBudget.IntegrationTests.Features.Transactions;

/// <summary>Whatever is done in whatever order, the ledger says what the plainest model says. A failure prints its seed.</summary>
public sealed class LedgerProperties(AppFixture app)
{
    private static readonly Gen<Step[]> Sessions = Gen.Select(
        Gen.Int[0, 13], Gen.Int[0, 40], Gen.Int[0, 40], Gen.Int[0, 5], Gen.Long[-10_000, 10_000],
        (kind, one, other, day, amount) => new Step(kind, one, other, day, amount)).Array[25, 60];

    [Fact]
    public async Task balances_totals_changes_and_documents_follow_from_the_events() => await Sessions.SampleAsync(
        async steps =>
        {
            var (ledger, model) = (await app.CreateLedgerAsync(), new LedgerModel());
            foreach (var (name, opening) in new[] { ("Bank", 1000L), ("Cash", 0L), ("Card", -500L) })
                model.Openings.Add(await ledger.OpenAccountAsync(name, openingBalance: opening), opening);
            foreach (var name in new[] { "Food", "Fun", "Rent", "Car" }) model.Categories.Add(await ledger.CreateCategoryAsync(name));

            var player = new LedgerPlayer(ledger, model);
            foreach (var step in steps) await player.PlayAsync(step);

            await BalancesAreThoseOfTheModelAsync(ledger, model);
            await DayTotalsAreThoseOfTheModelAsync(ledger, model);
            await EveryEntityHasOneChangeAsync(ledger, model);
            await DocumentsFollowFromTheEventsAsync(ledger, model);
            (await TotalsCommand.RunAsync(app.Host.Services, TotalsAction.Check, ledger.LedgerId, TextWriter.Null, TestContext.Current.CancellationToken))
                .ShouldBeTrue();
        },
        iter: 12,
        threads: 1);

    private static async Task BalancesAreThoseOfTheModelAsync(LedgerClient ledger, LedgerModel model)
    {
        foreach (var account in (await ledger.GetAsync("accounts")).Items)
        {
            var id = account.GetProperty("id").GetGuid();
            account.GetProperty("balance").GetInt64().ShouldBe(model.Balance(id, clearedOnly: false));
            account.GetProperty("clearedBalance").GetInt64().ShouldBe(model.Balance(id, clearedOnly: true));
            var own = (await ledger.GetAsync($"transactions?accountId={id}&limit=200")).Items.Select(item => item.GetProperty("id").GetGuid()).ToList();
            if (own.Count < 200) own.Select(entry => model.Listed(id).Single(item => item.Id == entry).Date).ShouldBe(model.Listed(id).Select(item => item.Date));
        }

        var shown = (await ledger.GetAsync("transactions?limit=200")).Items.Select(item => item.GetProperty("id").GetGuid());
        if (model.Entries.Count <= 200) shown.ShouldBe(model.Entries.Where(item => !item.Value.Deleted).Select(item => item.Key), ignoreOrder: true);
    }

    private async Task DayTotalsAreThoseOfTheModelAsync(LedgerClient ledger, LedgerModel model)
    {
        var rows = await LedgerDatabase.Of(app, ledger).QueryAsync<string>(
            """
            select concat_ws(' ', date, account_id, category_id, inflow, outflow, entries) from day_totals
            where ledger_id = @ledger and (inflow, outflow, entries) <> (0, 0, 0)
            """);
        rows.Order(StringComparer.Ordinal).ShouldBe(model.DayTotals());
    }

    private async Task EveryEntityHasOneChangeAsync(LedgerClient ledger, LedgerModel model)
    {
        var database = LedgerDatabase.Of(app, ledger);
        (await database.QueryAsync<long>("select max(revision) from ledger_changes where ledger_id = @ledger")).ShouldBe([await ledger.RevisionAsync()]);
        (await database.QueryAsync<Guid>("select entity_id from ledger_changes where ledger_id = @ledger"))
            .ShouldBe(await database.QueryAsync<Guid>("select id from mt_streams where tenant_id = @tenant"), ignoreOrder: true);
        (await database.QueryAsync<Guid>("select entity_id from ledger_changes where ledger_id = @ledger and deleted")).ShouldBe(
            model.Entries.Where(item => item.Value.Deleted).Select(item => item.Key).Concat(model.Gone), ignoreOrder: true);
        // An entity that a write touched is not listed below that write.
        (await database.QueryAsync<Guid>(
            """
            select e.stream_id from mt_events e join ledger_changes c on c.ledger_id = @ledger and c.entity_id = e.stream_id
            where e.tenant_id = @tenant and (e.headers->>'revision')::bigint > c.revision
            """)).ShouldBeEmpty();
    }

    private async Task DocumentsFollowFromTheEventsAsync(LedgerClient ledger, LedgerModel model)
    {
        await using var session = app.Host.Services.GetRequiredService<IDocumentStore>().QuerySession(ledger.LedgerId.ToString());
        var replayed = new Dictionary<Guid, Transaction>();
        foreach (var e in await session.Events.QueryAllRawEvents().OrderBy(e => e.Sequence).ToListAsync(TestContext.Current.CancellationToken))
        {
            switch (e.Data)
            {
                case TransactionRecorded or TransactionRevised or TransactionDeleted or TransactionRestored:
                    replayed[e.StreamId] = Transaction.Fold(replayed.GetValueOrDefault(e.StreamId), e.StreamId, e.Data)!;
                    break;
            }
        }

        var stored = await session.Query<Transaction>().ToListAsync(TestContext.Current.CancellationToken);
        stored.Select(Json).Order(StringComparer.Ordinal).ShouldBe(replayed.Values.Select(Json).Order(StringComparer.Ordinal));
        stored.Count.ShouldBe(model.Entries.Count);

        static string Json(Transaction transaction) => JsonSerializer.Serialize(transaction);
    }
}

using CsCheck;
using MyBudget.IntegrationTests.Features.Transactions;

namespace MyBudget.IntegrationTests.Features.Sync;

/// <summary>Whatever is written while a client reads page by page, following the cursor ends in what the server has.</summary>
public sealed class SyncProperties(AppFixture app)
{
    private static readonly Gen<(Step Step, int Pages, int Limit)[]> Sessions = Gen.Select(
        Gen.Select(
            Gen.Int[0, 21], Gen.Int[0, 40], Gen.Int[0, 40], Gen.Int[-60, 60], Gen.Long[-10_000, 10_000],
            (kind, one, other, day, amount) => new Step(kind, one, other, day, amount)),
        Gen.Int[0, 2], Gen.Int[1, 7]).Array[40, 90];

    [Fact]
    public async Task following_the_cursor_ends_in_the_servers_state()
    {
        var done = new HashSet<int>();
        await Sessions.SampleAsync(async session => done.UnionWith(await PlayAsync(session)), iter: 8, threads: 1);
        done.Count.ShouldBeGreaterThan(18);
    }

    private async Task<IReadOnlySet<int>> PlayAsync((Step Step, int Pages, int Limit)[] session)
    {
        var ledger = await app.CreateLedgerAsync();
        var (player, copy, budgets) = (new SyncPlayer(ledger), new LedgerCopy(ledger), new LedgerCopy(ledger, "budget,member"));
        await player.StartAsync();
        foreach (var (step, pages, limit) in session)
        {
            await player.PlayAsync(step);
            for (var page = 0; page < pages; page++) await copy.PullPageAsync(limit);
            if (pages == 1) await budgets.PullPageAsync(limit);
        }

        var limits = session.Select(item => item.Limit).GetEnumerator();
        await copy.PullAsync(() => limits.MoveNext() ? limits.Current : 7);
        await copy.ShouldBeTheServersAsync();
        await budgets.PullAsync();
        budgets.Entities.Keys.Order().ShouldBe(copy.Entities.Keys.Where(key => key.Kind is "budget" or "member").Order());
        await Digest.ShouldBeOfAsync(ledger, copy);

        var anew = new LedgerCopy(ledger);
        await anew.PullAsync();
        anew.Read.ShouldAllBe(item => !item.Deleted);
        await anew.ShouldBeTheServersAsync();
        return player.Done;
    }
}

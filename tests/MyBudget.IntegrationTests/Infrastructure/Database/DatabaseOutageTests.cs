using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using MyBudget.Development.EmbeddedPostgres;
using MyBudget.IntegrationTests.Development;

namespace MyBudget.IntegrationTests.Infrastructure.Database;

/// <summary>The database is killed while clients write, and comes back on the same data.</summary>
public sealed class DatabaseOutageTests(EmptyCluster empty, AppFixture app) : EmbeddedPostgresScenario(empty)
{
    [Fact]
    public async Task writers_are_told_to_come_back_and_nothing_acknowledged_is_lost()
    {
        var server = await StartAsync("data");
        await using var host = await app.StartHostAsync(web =>
        {
            web.UseSetting("Database:ConnectionString", server.ConnectionString);
            web.UseSetting("MYBUDGET_DATA", Root);
        });
        var ledger = await (await AppFixture.SignInAsync(host, Guid.CreateVersion7())).CreateLedgerAsync();
        var (bank, cash) = (await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Cash"));
        var asked = new ConcurrentDictionary<Guid, bool>();
        var unavailable = new ConcurrentBag<ApiResponse>();

        for (var round = 0; round < 2; round++)
        {
            using var stop = new CancellationTokenSource();
            var acknowledged = asked.Count(entry => entry.Value);
            var busy = new TaskCompletionSource();
            var refused = new TaskCompletionSource();
            var writers = Enumerable.Range(0, 6).Select(n => Task.Run(() => WriteAsync(n, stop.Token, acknowledged, busy, refused), Cancellation)).ToArray();

            await busy.Task;
            await KillAsync(server.ProcessId);
            await refused.Task;
            await server.DisposeAsync();
            server = await StartAsync("data");
            await stop.CancelAsync();
            await Task.WhenAll(writers);
            await WrittenAgainAsync();
        }

        await EverythingAcknowledgedIsThereAsync(server);
        unavailable.ShouldNotBeEmpty();
        await host.DisposeAsync();
        await server.DisposeAsync();

        async Task WriteAsync(int n, CancellationToken stop, int acknowledged, TaskCompletionSource busy, TaskCompletionSource refused)
        {
            while (!stop.IsCancellationRequested)
            {
                var id = Guid.CreateVersion7();
                var entry = new { id, accountId = bank, date = "2026-02-28", amount = -1, transfer = n % 2 == 0 ? new { accountId = cash } : null };
                asked[id] = false;
                var answer = n == 5
                    ? await ledger.PostAsync("transactions/batch", new { transactions = new[] { entry } })
                    : await ledger.PostAsync("transactions", entry);
                if (answer.Status == HttpStatusCode.Created)
                {
                    asked[id] = true;
                    if (asked.Count(item => item.Value) > acknowledged + 40) busy.TrySetResult();
                    continue;
                }

                answer.ShouldBeProblem(HttpStatusCode.ServiceUnavailable, "service.unavailable");
                answer.Headers.RetryAfter.ShouldNotBeNull();
                unavailable.Add(answer);
                if (unavailable.Count > 20) refused.TrySetResult();
            }
        }

        // Connections that died in the pool are found out one by one.
        async Task WrittenAgainAsync()
        {
            ApiResponse answer;
            do
            {
                answer = await ledger.PostAsync("transactions", new { accountId = bank, date = "2026-02-28", amount = 0 });
                if (answer.Status != HttpStatusCode.Created) answer.ShouldBeProblem(HttpStatusCode.ServiceUnavailable, "service.unavailable");
            }
            while (answer.Status != HttpStatusCode.Created);
        }

        async Task EverythingAcknowledgedIsThereAsync(EmbeddedPostgresServer running)
        {
            var database = new LedgerDatabase(running.ConnectionString, ledger.LedgerId);
            var documents = await database.QueryAsync<Guid>("select id from mt_doc_transaction where tenant_id = @tenant");
            asked.Where(entry => entry.Value).Select(entry => entry.Key).ShouldBeSubsetOf(documents);

            (await database.QueryAsync<Guid>("select stream_id from mt_events where tenant_id = @tenant and type = 'transaction_recorded'"))
                .ShouldBe(documents, ignoreOrder: true);
            (await database.QueryAsync<Guid>("select entity_id from ledger_changes where ledger_id = @ledger and kind = 'transaction'"))
                .ShouldBe(documents, ignoreOrder: true);
            (await database.EventRevisionsAsync()).Distinct().ShouldBe(Enumerable.Range(1, (int)await ledger.RevisionAsync()).Select(n => (long)n));
            (await ledger.BalanceAsync(bank)).ShouldBe(
                (await database.QueryAsync<long>("select sum((data->>'amount')::bigint)::bigint from mt_doc_transaction where tenant_id = @tenant"))[0]);
            (await RetriedAsync(asked.Keys)).ShouldBe(asked.Count);
            (await database.QueryAsync<long>("select count(*) from mt_doc_transaction where tenant_id = @tenant and (data->>'amount')::bigint <> 0"))
                .ShouldBe([asked.Count]);
        }

        // A client whose request ended in a 503 sends it again, whether or not it was done.
        async Task<int> RetriedAsync(IEnumerable<Guid> ids)
        {
            var created = 0;
            foreach (var id in ids.Where(id => !asked[id]))
            {
                var plain = await ledger.PostAsync("transactions", new { id, accountId = bank, date = "2026-02-28", amount = -1 });
                if (plain.Status != HttpStatusCode.Created)
                    plain = await ledger.PostAsync("transactions", new { id, accountId = bank, date = "2026-02-28", amount = -1, transfer = new { accountId = cash } });
                plain.ShouldBe(HttpStatusCode.Created);
                created++;
            }

            return created + asked.Values.Count(isAcknowledged => isAcknowledged);
        }
    }

    private static async Task KillAsync(int processId)
    {
        using var process = Process.GetProcessById(processId);
        process.Kill();
        await process.WaitForExitAsync(Cancellation);
    }
}

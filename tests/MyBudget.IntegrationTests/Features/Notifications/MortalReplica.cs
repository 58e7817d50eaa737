using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using MyBudget.IntegrationTests.Infrastructure.Firebase;
using MyBudget.IntegrationTests.Infrastructure.Operations;

namespace MyBudget.IntegrationTests.Features.Notifications;

/// <summary>One life of a replica: a process, and an FCM of its own, which so knows what this life sent and what it never heard back of.</summary>
internal sealed class MortalReplica : IAsyncDisposable
{
    private readonly FakeFcm _fcm;
    private readonly ConcurrentQueue<string> _answered = new();
    private readonly ConcurrentQueue<string> _held = new();
    private readonly SemaphoreSlim _holding = new(0);
    private volatile TaskCompletionSource? _hold;
    private RunningProgram _program = null!;

    private MortalReplica(FakeFcm fcm)
    {
        _fcm = fcm;
        fcm.Answer = AnswerAsync;
    }

    public HttpClient Http { get; } = new();

    public bool IsDead { get; private set; }

    /// <summary>What FCM took from it, by collapse id.</summary>
    public IReadOnlyCollection<string> Sent => [.. _fcm.Calls.Where(call => call.Data("type") == "budgetThreshold").Select(call => call.CollapseId)];

    /// <summary>What FCM said so of.</summary>
    public IReadOnlyCollection<string> Answered => _answered;

    /// <summary>What FCM took, and the replica was killed before it could hear so.</summary>
    public IReadOnlyCollection<string> Unheard => [.. _held.Except(_answered)];

    public static async Task<MortalReplica> StartAsync(string database, string directory)
    {
        // It may send what another left before it says where it listens.
        var life = new MortalReplica(await FakeFcm.StartAsync());
        life._program = await RunningProgram.StartAsync("Development", database, Settings(life._fcm, directory));
        life.Http.BaseAddress = life._program.Address;
        return life;
    }

    /// <summary>From now on FCM takes messages and does not say so of every other.</summary>
    public void HoldAnswers()
    {
        while (_holding.CurrentCount > 0) _holding.Wait(0);
        _hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Waits until FCM owes it an answer.</summary>
    public async Task<MortalReplica> HoldingAsync(CancellationToken cancellationToken)
    {
        await _holding.WaitAsync(cancellationToken);
        return this;
    }

    /// <summary>FCM answers what it owes.</summary>
    public void Release()
    {
        var hold = _hold;
        _hold = null;
        hold?.TrySetResult();
    }

    public async Task KillAsync()
    {
        await _program.KillAsync();
        IsDead = true;
        Release();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        await _program.DisposeAsync();
        Http.Dispose();
        await _fcm.DisposeAsync();
        _holding.Dispose();
    }

    private async Task<IResult?> AnswerAsync(FcmCall call, HttpContext context)
    {
        if (_hold is { } hold && _fcm.Calls.Count % 2 == 0)
        {
            _held.Enqueue(call.CollapseId);
            _holding.Release();
            await hold.Task.WaitAsync(context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (IsDead || context.RequestAborted.IsCancellationRequested) return null;
        }

        _answered.Enqueue(call.CollapseId);
        return null;
    }

    private static IEnumerable<(string Key, string? Value)> Settings(FakeFcm fcm, string directory) =>
    [
        .. fcm.Settings, ("MYBUDGET_DATA", directory), ("Outbox:Lease", "00:00:06"), ("Outbox:PollInterval", "00:00:00.2"), ("Outbox:FirstBackoff", "00:00:00.5"),
        ("Outbox:LongestBackoff", "00:00:01"), ("Outbox:MaxAttempts", "1000"),
        ("Daemon:Lease", "00:00:03"), ("Firebase:MessagingTimeout", "00:00:03"), ("Logging:LogLevel:Default", "Warning"),
        ("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Information"), ("Limits:AddressPerMinute", "1000000"), ("Limits:UserPerMinute", "1000000"),
    ];
}

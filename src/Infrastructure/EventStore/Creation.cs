using JasperFx.Events;
using Marten;
using MyBudget.Domain;

namespace MyBudget.Infrastructure.EventStore;

/// <param name="Result">What is answered once the stream is committed.</param>
/// <param name="Stream">What was started; null where nothing is to be written, since a repeat finds what it created the first time.</param>
internal readonly record struct Decision<TResult>(TResult Result, StreamAction? Stream);

/// <summary>A creation that waits in <see cref="SharedCommits"/>.</summary>
internal abstract class Creation(Guid id, CancellationToken cancellation)
{
    public Guid Id => id;

    public bool IsCancelled => cancellation.IsCancellationRequested;

    /// <summary>The stream it starts, if any: a rule that it breaks is its own affair, and kept as its answer.</summary>
    public abstract Task<StreamAction?> DecideAsync(IDocumentSession session, LedgerHead head);

    /// <summary>Says what was decided, now that it is committed.</summary>
    public abstract void Answer();

    public abstract void Fail(Exception failure);
}

internal sealed class Creation<TResult>(
    Guid id, Func<IDocumentSession, LedgerHead, Task<Decision<TResult>>> decide, CancellationToken cancellation) : Creation(id, cancellation)
    where TResult : class
{
    // Whoever waits goes on with an answer of its own; the writer has others to serve.
    private readonly TaskCompletionSource<TResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TResult? _decided;
    private RuleViolation? _broken;

    public Task<TResult> Result => _result.Task;

    public override async Task<StreamAction?> DecideAsync(IDocumentSession session, LedgerHead head)
    {
        (_decided, _broken) = (null, null);
        try
        {
            (_decided, var stream) = await decide(session, head);
            return stream;
        }
        catch (RuleViolation broken)
        {
            _broken = broken;
            return null;
        }
    }

    public override void Answer()
    {
        if (_broken is null) _result.TrySetResult(_decided!);
        else _result.TrySetException(_broken);
    }

    public override void Fail(Exception failure) => _result.TrySetException(failure);
}

using System.Threading.Channels;

namespace MyBudget.Features.Sync;

/// <summary>
/// One client's stream. What it is told is kept as the newest of each kind, so that a slow reader holds up nobody and costs no memory: it
/// skips what newer events have overtaken.
/// </summary>
internal sealed class LiveStream(Guid userId, Guid sessionId, DateTimeOffset endsAt)
{
    public const string MediaType = "text/event-stream";

    private readonly Channel<bool> _news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Dictionary<Guid, string> _ledgers = [];
    private readonly Lock _lock = new();
    private Dictionary<Guid, (LedgerRole Role, SyncCursor Head)>? _known;
    private long? _unread;
    private bool _isLedgers, _isInbox;

    public Guid UserId => userId;

    public Guid SessionId => sessionId;

    /// <summary>When the access token runs out.</summary>
    public DateTimeOffset EndsAt => endsAt;

    /// <summary>The sign-in has ended.</summary>
    public void End() => _news.Writer.TryComplete();

    /// <summary>What is so now; the stream tells what of it is new.</summary>
    public void Tell(IReadOnlyDictionary<Guid, (LedgerRole Role, SyncCursor Head)> ledgers, long unread)
    {
        lock (_lock)
        {
            foreach (var (id, ledger) in ledgers)
            {
                if (_known is null || !_known.TryGetValue(id, out var before) || before.Head != ledger.Head) _ledgers[id] = ledger.Head.ToString();
            }

            _isLedgers |= _known is not null && !IsSame(_known, ledgers);
            foreach (var gone in _ledgers.Keys.Except(ledgers.Keys).ToList()) _ledgers.Remove(gone);
            _isInbox |= _unread != unread;
            (_known, _unread) = (new(ledgers), unread);
            if (_ledgers.Count > 0 || _isLedgers || _isInbox) _news.Writer.TryWrite(true);
        }
    }

    /// <summary>Waits for news.</summary>
    /// <exception cref="ChannelClosedException">There will be none.</exception>
    public ValueTask<bool> ReadAsync(CancellationToken cancellationToken) => _news.Reader.ReadAsync(cancellationToken);

    /// <summary>What is to be sent now, as lines of the stream.</summary>
    public string Take()
    {
        var text = new StringBuilder();
        lock (_lock)
        {
            if (_isLedgers) Append(text, "ledgers", "{}");
            foreach (var (id, cursor) in _ledgers) Append(text, "ledger", $"{{\"ledgerId\":\"{id}\",\"cursor\":\"{cursor}\"}}");
            if (_isInbox) Append(text, "inbox", string.Create(CultureInfo.InvariantCulture, $"{{\"unread\":{_unread}}}"));
            _ledgers.Clear();
            (_isLedgers, _isInbox) = (false, false);
        }

        return text.ToString();
    }

    private static bool IsSame(
        Dictionary<Guid, (LedgerRole Role, SyncCursor Head)> one, IReadOnlyDictionary<Guid, (LedgerRole Role, SyncCursor Head)> other) =>
        one.Count == other.Count && one.All(known => other.TryGetValue(known.Key, out var now) && now.Role == known.Value.Role);

    private static void Append(StringBuilder text, string name, string data) =>
        text.Append("event: ").Append(name).Append("\ndata: ").Append(data).Append("\n\n");
}

namespace MyBudget.Infrastructure.EventStore;

/// <summary>A write under way: what a command needs to decide, and what it appends. The ledger is locked until it is committed.</summary>
internal sealed class LedgerWrite(
    IDocumentSession session, Guid ledgerId, Guid by, DateTimeOffset now, LedgerHead head, LedgerEntities entities, LedgerReference reference,
    IMediator mediator, CancellationToken cancellationToken)
{
    private Dictionary<Guid, bool>? _expected;

    public Guid LedgerId => ledgerId;

    /// <summary>The revision that it takes, and which structure of accounts, categories and budgets it found.</summary>
    public LedgerHead Head { get; private set; } = head;

    /// <summary>The user.</summary>
    public Guid By => by;

    public DateTimeOffset Now { get; private set; } = now;

    public CancellationToken Cancellation => cancellationToken;

    /// <summary>For what lives outside ledgers, or is read by SQL. What it is given to store is committed with the write.</summary>
    public IDocumentSession Session => session;

    /// <summary>The ledger's documents, as they were before this write.</summary>
    internal IQuerySession Reading { get; } =
        session.TenantId == LedgerScope.TenantOf(ledgerId) ? session : (IQuerySession)session.ForTenant(LedgerScope.TenantOf(ledgerId));

    internal bool IsEmpty => Appended.IsEmpty;

    internal LedgerChanges Appended { get; } = new();

    /// <summary>What begins under new ids has its rows stored already.</summary>
    internal bool IsStoredAhead { get; set; }

    internal IReadOnlyList<LedgerEvent> Events => Appended.Events;

    /// <summary>The ledger is locked now, and what was decided before holds.</summary>
    internal void Take(LedgerHead taken) => Head = taken;

    /// <summary>What is recorded from now on comes after what was, if only by a moment.</summary>
    internal void Tick() => Now = Now.AddMicroseconds(1);

    /// <summary>An entity as it is now, what this write appended included; null where there is none.</summary>
    public async Task<TState?> FindAsync<TState>(Guid id) where TState : class, ILedgerState<TState> =>
        Appended.Of(id) is { } change ? change.State as TState : await Reading.LoadAsync<TState>(id, cancellationToken);

    /// <summary>An entity that is gone, as it was, and when that was; null where it is not.</summary>
    public async Task<(TState Last, DateTimeOffset At)?> FindRemovedAsync<TState>(Guid id) where TState : class, ILedgerState<TState>
    {
        TState? last = null;
        foreach (var e in await Reading.Events.FetchStreamAsync(id, token: cancellationToken))
        {
            var next = TState.Fold(last, id, e.Data);
            if (next is null && last is not null) return (last, e.Timestamp);
            last = next;
        }

        return null;
    }

    /// <summary>All entities of a kind, as they were before this write.</summary>
    public Task<IReadOnlyList<TState>> AllAsync<TState>() where TState : class, ILedgerState<TState> =>
        Reading.Query<TState>().ToListAsync(cancellationToken);

    /// <summary>What is made of accounts, categories and budgets, and kept in memory until one of them changes.</summary>
    public Task<TFacts> FactsAsync<TFacts>(Func<StoredFacts, Task<TFacts>> load) where TFacts : class =>
        reference.GetAsync(ledgerId, Head, ct => load(new StoredFacts(Reading, ct)), cancellationToken);

    /// <summary>Whether a client sends a creation again, since it lost the answer: the id was used before, for the same content.</summary>
    /// <typeparam name="TFirst">The event that such an entity begins with.</typeparam>
    /// <exception cref="RuleViolation">The id belongs to something else: <c>http.id-taken</c>, 409.</exception>
    public async Task<bool> IsRepeatOfAsync<TFirst>(Guid? clientId, Func<TFirst, bool> isSame) =>
        clientId is { } id && IsInUse(id) && IsRepeatOf(await FirstEventAsync(id), isSame);

    /// <summary>The same, of what <see cref="FirstEventsAsync"/> found.</summary>
    public static bool IsRepeatOf<TFirst>(object? first, Func<TFirst, bool> isSame) => first switch
    {
        null => false,
        TFirst known when isSame(known) => true,
        _ => throw IdTaken("Something else in this ledger has this id."),
    };

    /// <summary>What an entity began with; null where that is another event, or there is no such entity.</summary>
    public async Task<TFirst?> FirstEventAsync<TFirst>(Guid id) where TFirst : class => await FirstEventAsync(id) as TFirst;

    /// <summary>What entities with these ids began with, of those that are in use.</summary>
    public async Task<IReadOnlyDictionary<Guid, object>> FirstEventsAsync(IEnumerable<Guid> ids)
    {
        Guid[] asked = [.. ids.Where(IsInUse)];
        if (asked.Length == 0) return new Dictionary<Guid, object>();
        var events = await Reading.Events.QueryAllRawEvents()
            .Where(e => e.Version == 1 && e.StreamId.IsOneOf(asked)).ToListAsync(cancellationToken);
        return events.ToDictionary(e => e.StreamId, e => e.Data);
    }

    /// <summary>For what a client gives no id of its own.</summary>
    public Guid NewId() => Guid.CreateVersion7(Now);

    public static RuleViolation IdTaken(string english) => RuleViolation.Conflict("http.id-taken", english);

    /// <summary>Begins an entity.</summary>
    /// <returns>Its state.</returns>
    public TState Start<TState>(Guid id, object e) where TState : class, ILedgerState<TState> => Append<TState>(id, version: 0, null, [e])!;

    /// <summary>Begins entities that another feature keeps, whose event tells of which kind they are, under ids that were made for them.</summary>
    /// <param name="ids">Rising.</param>
    /// <param name="begin">What each begins with, by its place among the ids; asked for more than once.</param>
    public void StartNew<TEvent>(IReadOnlyList<Guid> ids, Func<int, TEvent> begin) where TEvent : class
    {
        if (ids.Zip(ids.Skip(1)).Any(pair => pair.First.CompareTo(pair.Second) >= 0)) throw new ArgumentException("They do not rise.", nameof(ids));
        if (ids.Count > 0) Appended.Begin(new BegunEntities(entities.OfEvent(typeof(TEvent)), ids, new LateEvents(typeof(TEvent), begin)));
    }

    /// <summary>Changes an entity. Without events nothing happens.</summary>
    /// <returns>Its state after them; null once it is gone.</returns>
    public TState? Append<TState>(TState state, params IReadOnlyList<object> events) where TState : class, ILedgerState<TState> =>
        Append(state.Id, state.Version, state, events);

    /// <summary>Lets other features append what follows from an event, to this same write.</summary>
    public Task PublishAsync<TEvent>(Guid streamId, TEvent e) => mediator.Publish(new Appended<TEvent>(this, streamId, e), cancellationToken);

    /// <summary>Ids that the client gave, and those of them that were in use when the write began.</summary>
    internal void Expect(IReadOnlyList<Guid> ids, IReadOnlySet<Guid> inUse) => _expected = ids.Distinct().ToDictionary(id => id, inUse.Contains);

    /// <summary>To be found in this state, until what follows is taken back.</summary>
    internal void Suppose(Guid id, int version, object state) => Appended.Suppose(id, entities.OfState(state.GetType()), version, state);

    /// <summary>The same for what shares a write.</summary>
    /// <returns>Those that are in use.</returns>
    internal async Task<IReadOnlySet<Guid>> ExpectAsync(Guid[] ids)
    {
        var inUse = (await session.Sql($"select id from {EventTables.Streams:raw} where tenant_id = {LedgerScope.TenantOf(ledgerId)} and id = any({ids})")
            .ListAsync(row => row.GetGuid(0), cancellationToken)).ToHashSet();
        Expect(ids, inUse);
        return inUse;
    }

    /// <exception cref="InvalidOperationException">The write was not told of the id when it began.</exception>
    private bool IsInUse(Guid id) => _expected is null ? true : _expected.TryGetValue(id, out var isInUse)
        ? isInUse
        : throw new InvalidOperationException("A client's id has to be given to WriteAsync.");

    private TState? Append<TState>(Guid id, int version, TState? state, IReadOnlyList<object> events) where TState : class, ILedgerState<TState> =>
        events.Count == 0 ? state
            : (TState?)Appended.Append(id, entities.OfState(typeof(TState)), version, state, events.Select(e => new LedgerEvent(id, e))).State;

    private async Task<object?> FirstEventAsync(Guid id) =>
        (await Reading.Events.FetchStreamAsync(id, version: 1, token: cancellationToken)) is [var first, ..] ? first.Data : null;
}

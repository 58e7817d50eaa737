namespace MyBudget.Features.Sync;

/// <summary>The operations of one request, those that follow each other and can share a commit together.</summary>
internal sealed class OperationBatch(OperationRunner runner, LedgerShare share, CancellationToken cancellationToken)
{
    private readonly Dictionary<Guid, OwnEdits> _own = [];
    private readonly Dictionary<Guid, int> _bases = [];
    private readonly List<Outcome> _outcomes = [];

    public IReadOnlyList<Outcome> Outcomes => _outcomes;

    /// <summary>Each of transactions that are all different, or a single operation.</summary>
    public IEnumerable<IReadOnlyList<AskedOperation>> Groups(IReadOnlyList<AskedOperation> asked)
    {
        for (var first = 0; first < asked.Count;)
        {
            var (group, ids) = (new List<AskedOperation> { asked[first] }, new HashSet<Guid> { asked[first].EntityId, asked[first].Id });
            while (MayShare(asked[first]) && first + group.Count < asked.Count && asked[first + group.Count] is var next
                   && MayShare(next) && ids.Add(next.EntityId) && ids.Add(next.Id)) group.Add(next);
            yield return group;
            first += group.Count;
        }
    }

    public async Task RunAsync(IReadOnlyList<AskedOperation> group)
    {
        try
        {
            await CommitAsync(group);
        }
        catch (Exception refusal) when (OperationRunner.ProblemOf(refusal) is { } problem)
        {
            // What they come to together can be refused at the commit, such as a balance that is too large.
            if (group.Count > 1) foreach (var one in group) await RunAsync([one]);
            else await KeepAsync(group[0], runner.Rejected(group[0], problem));
        }
    }

    private async Task CommitAsync(IReadOnlyList<AskedOperation> group)
    {
        IReadOnlyList<KeptOutcome> all = [];
        await share.OpenAsync(
            async write =>
            {
                var kept = await KeptOutcomes.FindAsync(write, [.. group.Select(asked => asked.Id)]);
                Guid[] named = [.. group.SelectMany(asked => asked.Named.Append(asked.EntityId)).Distinct()];
                var missing = (await KeptOutcomes.RefusedAsync(write, named)).Except(await write.ExpectAsync(named)).ToHashSet();
                await MergedCategories.FollowAsync(write, [.. group.Select(asked => asked.Data)]);
                var (done, made) = (new List<KeptOutcome>(), new List<KeptOutcome>());
                foreach (var asked in group)
                {
                    write.Tick();
                    var outcome = kept.TryGetValue(asked.Id, out var before) ? Repeat(asked, before) : null;
                    if (outcome is null) made.Add(outcome = await RunAsync(write, asked, missing));
                    done.Add(outcome);
                }

                all = done;
                return made.Count == 0 ? [] : [KeptOutcomes.Store(write, made)];
            },
            cancellationToken);
        foreach (var (asked, outcome) in group.Zip(all)) Note(asked, outcome);
    }

    private async Task<KeptOutcome> RunAsync(LedgerWrite write, AskedOperation asked, IReadOnlySet<Guid> missing)
    {
        var creates = runner.Find(asked.Type)?.Effect is OperationEffect.Create;
        var isMissing = asked.Named.Concat(creates ? [] : [asked.EntityId]).Any(missing.Contains);
        var (outcome, versionBefore) = await runner.RunAsync(write, Seen(asked), _own.GetValueOrDefault(asked.EntityId, OwnEdits.None), isMissing);
        return new KeptOutcome(outcome, asked.Content, creates, versionBefore);
    }

    /// <summary>
    /// Who is still to hear of an earlier operation has not seen what came of it. A higher base is of versions that a restored database forgot,
    /// and which are others' by now: taken by its number, theirs would be overwritten as if it had been seen.
    /// </summary>
    private AskedOperation Seen(AskedOperation asked) =>
        asked.BaseVersion > _bases.GetValueOrDefault(asked.EntityId, int.MaxValue) ? asked with { BaseVersion = _bases[asked.EntityId] } : asked;

    private KeptOutcome Repeat(AskedOperation asked, KeptOutcome before) => asked.Content.AsSpan().SequenceEqual(before.Content)
        ? before with { Outcome = before.Outcome with { Repeated = true } }
        : before with
        {
            Outcome = runner.Rejected(asked, ExceptionProblems.Of(
                new RuleViolation("sync.operation-reused", "This id was used before, for another operation."))!),
        };

    private async Task KeepAsync(AskedOperation asked, Outcome outcome)
    {
        var creates = runner.Find(asked.Type)?.Effect is OperationEffect.Create;
        var kept = new KeptOutcome(outcome, asked.Content, creates, VersionBefore: 0);
        await share.OpenAsync(
            async write =>
            {
                if ((await KeptOutcomes.FindAsync(write, [asked.Id])).TryGetValue(asked.Id, out var before)) kept = Repeat(asked, before);
                return before is null ? [KeptOutcomes.Store(write, [kept])] : [];
            },
            cancellationToken);
        Note(asked, kept);
    }

    private void Note(AskedOperation asked, KeptOutcome kept)
    {
        var outcome = kept.Outcome;
        _outcomes.Add(outcome);
        if (outcome is not { Status: OutcomeStatus.Applied or OutcomeStatus.Merged, Version: { } version }) return;
        if (!_own.TryGetValue(outcome.EntityId, out var own)) _own.Add(outcome.EntityId, own = new OwnEdits());
        own.Add(runner.Find(asked.Type)!, asked.Data, kept.VersionBefore, version);
        // What is repeated was acknowledged before, and its version may have been seen.
        if (outcome.Repeated is not true && (kept.Creates ? 1 : asked.BaseVersion) is { } seen)
            _bases[outcome.EntityId] = Math.Min(seen, _bases.GetValueOrDefault(outcome.EntityId, int.MaxValue));
    }

    private bool MayShare(AskedOperation asked) => runner.Find(asked.Type)?.Entity.MayShare is true;
}

namespace MyBudget.Features.Ledgers.ListActivity;

/// <param name="Kinds">Only what was done to these, with commas between them; null for all.</param>
/// <param name="By">Only what this user did; null for all.</param>
/// <param name="Language">What the request asks for; null for the user's own.</param>
internal sealed record ListActivity(Guid LedgerId, Guid UserId, ActivityCursor Cursor, int Limit, string? Kinds, Guid? By, string? Language)
    : IQuery<Page<ActivityItem>>;

internal sealed class ListActivityHandler(IQuerySession session, ActivityPlan plan, ActivityTexts texts, ActivitySources sources)
    : IRequestHandler<ListActivity, Page<ActivityItem>>
{
    public async Task<Page<ActivityItem>> Handle(ListActivity request, CancellationToken cancellationToken)
    {
        var tenant = LedgerScope.TenantOf(request.LedgerId);
        var (planned, next) = await plan.ReadAsync(
            request.LedgerId, request.Cursor, request.Limit, texts.KindsIn(request.Kinds), request.By, cancellationToken);
        var events = await sources.EventsAsync(tenant, planned, cancellationToken);
        var entities = await sources.EntitiesAsync(
            tenant, planned.Where(item => item.Known.Text.NeedsEntity).Select(item => (item.Known.Entity, events[item.Number].EntityId)), cancellationToken);
        var users = events.Values.SelectMany(e => UsersIn(e.Json)).Concat(entities.Values.SelectMany(entity => UsersIn(entity.Json)));
        var names = await sources.NamesAsync([.. users, request.UserId], cancellationToken);
        var language = request.Language
            ?? (await session.LoadAsync<UserProfile>(request.UserId, cancellationToken))?.Locale ?? Messages.Languages[0];
        var words = new ActivityWords(language, names, Messages.In(language, "ledgers.former-member", "Former member"));
        return new Page<ActivityItem>(
            [.. planned.Select(item => Tell(item, events[item.Number], entities.GetValueOrDefault(events[item.Number].EntityId), words))], next?.Encode());
    }

    private static ActivityItem Tell(PlannedActivity item, ActivitySource e, (object State, JsonElement? Json) entity, ActivityWords words)
    {
        var by = UsersIn(e.Json ?? entity.Json).FirstOrDefault();
        var text = item.Known.Text;
        var told = item.Events > 1 ? new Told(text.Many!(item.Events, words), item.Events) : text.Tell(e.Event, entity.State, words);
        return new ActivityItem(
            item.Revision, e.At, new ActivityUser(by, words.Member(by)), item.Kind, item.Events > 1 ? null : e.EntityId, text.Action, told.Text, told.Count,
            told.Details);
    }

    /// <summary>Whoever did it first.</summary>
    private static IEnumerable<Guid> UsersIn(JsonElement? json)
    {
        if (json is not { } told) yield break;
        foreach (var name in new[] { "by", "createdBy", "userId", "invitedBy" })
        {
            if (told.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String && value.TryGetGuid(out var user)) yield return user;
        }
    }
}

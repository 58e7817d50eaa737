namespace MyBudget.Features.Notifications;

/// <summary>A notice as it is stored for its user. Lives outside ledgers.</summary>
/// <param name="Id">UUID, version 7: the order of ids is that in which notices were sent.</param>
/// <param name="LedgerId">The ledger it tells of; seen only while the user is a member.</param>
internal sealed record InboxEntry(
    Guid Id, Guid UserId, Guid? LedgerId, NotificationKind Kind, JsonElement Data, DateTimeOffset CreatedAt, DateTimeOffset? ReadAt = null)
{
    private const string Name = "by";
    private const string IdName = "byId";

    public static InboxEntry Of(Notice notice, Guid id) => new(
        id, notice.UserId, notice.LedgerId, notice.Kind,
        JsonSerializer.SerializeToElement(notice.Data, notice.Data.GetType(), StoredJson.Options), notice.At);

    /// <summary>Whom it names; null for nobody.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public Guid? ById => Data.TryGetProperty(IdName, out var id) && id.ValueKind == JsonValueKind.String ? id.GetGuid() : null;

    /// <summary>As it is stored: no name waits in an inbox for its owner to be erased.</summary>
    public InboxEntry WithoutName() => ById is null ? this : With(name: null);

    /// <param name="names">Of the users there are.</param>
    /// <param name="language">en or ru.</param>
    public InboxEntry Naming(IReadOnlyDictionary<Guid, string> names, string language) => ById is { } by
        ? With(names.GetValueOrDefault(by) ?? Messages.In(language, "ledgers.former-member", "Former member"))
        : this;

    public NoticeData Read() => (NoticeData)Data.Deserialize(DataTypeOf(Kind, Data), StoredJson.Options)!;

    private InboxEntry With(string? name)
    {
        var data = JsonObject.Create(Data)!;
        data[Name] = name;
        return this with { Data = JsonSerializer.SerializeToElement(data, StoredJson.Options) };
    }

    private static Type DataTypeOf(NotificationKind kind, JsonElement data) => kind switch
    {
        NotificationKind.BudgetThreshold or NotificationKind.BudgetExceeded => typeof(BudgetNotice),
        NotificationKind.LargeTransaction or NotificationKind.MemberEntry or NotificationKind.MemberChange or NotificationKind.MemberDeletion =>
            data.TryGetProperty("entries", out _) ? typeof(EntriesNotice) : typeof(EntryNotice),
        NotificationKind.Invitation or NotificationKind.RoleChanged => typeof(MembershipNotice),
        NotificationKind.JoinRequested => typeof(JoinRequestNotice),
        NotificationKind.JoinAnswered => typeof(JoinAnswerNotice),
        _ => typeof(SecurityNotice),
    };
}

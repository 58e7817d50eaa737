using System.Text.Json.Serialization;

namespace MyBudget.Features.Notifications;

/// <summary>A push as it waits: complete but for the address, which is looked up when it is sent.</summary>
/// <param name="UserId">Who has to be signed in there still.</param>
/// <param name="MemberOf">The ledger it tells of, of which they have to be a member still; null when it tells of none.</param>
/// <param name="Title">Null for a silent message.</param>
/// <param name="Body">Null for a silent message.</param>
/// <param name="CollapseId">The same over all tries, and for what replaces each other.</param>
/// <param name="IsUrgent">Whether a sleeping device is to be woken.</param>
/// <param name="Names">Whom its words name, who has to be a user still; null for nobody.</param>
internal sealed record PushPayload(
    string InstallationId, Guid UserId, Guid? MemberOf, string? Title, string? Body, IReadOnlyDictionary<string, string> Data, string CollapseId,
    bool IsUrgent, Guid? Names = null)
{
    public const string Fcm = "push";
    public const string WebPush = "web-push";

    /// <summary>The invitation, or the request to join, that it asks somebody to answer; null for news.</summary>
    [JsonIgnore]
    public Guid? Asks => Data.GetValueOrDefault("type") switch
    {
        "invitation" => IdIn("invitationId"),
        "joinRequested" => IdIn("joinRequestId"),
        _ => null,
    };

    public static PushPayload Of(InboxEntry entry, ReachableDevice device, NoticeText text)
    {
        var data = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["type"] = JsonNamingPolicy.CamelCase.ConvertName(entry.Kind.ToString()),
            ["notificationId"] = entry.Id.ToString("D"),
        };
        if (entry.LedgerId is { } ledger) data["ledgerId"] = ledger.ToString("D");
        foreach (var id in new[] { "budgetId", "transactionId", "importId", "sessionId", "invitationId", "joinRequestId", "ledgerId" })
        {
            if (entry.Data.TryGetProperty(id, out var value) && value.ValueKind == JsonValueKind.String) data[id] = value.GetString()!;
        }

        return new PushPayload(
            device.Id, device.UserId, entry.LedgerId, text.Title, text.Body, data, entry.Id.ToString("N"), entry.Kind.IsSecurity(), entry.ById);
    }

    /// <summary>Silent; it tells the ledger and its revision, and nothing else.</summary>
    public static PushPayload OfSync(ReachableDevice device, Guid ledgerId, long revision)
    {
        var data = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["type"] = "sync",
            ["ledgerId"] = ledgerId.ToString("D"),
            ["revision"] = revision.ToString(CultureInfo.InvariantCulture),
        };
        return new PushPayload(device.Id, device.UserId, ledgerId, Title: null, Body: null, data, $"sync-{ledgerId:N}", IsUrgent: false);
    }

    public static PushPayload Of(OutboxMessage message) => JsonSerializer.Deserialize<PushPayload>(message.Payload, StoredJson.Options)!;

    public OutboxMessage ToMessage(string channel, DateTimeOffset now, DateTimeOffset dueAt, DateTimeOffset expiresAt) => new(
        Guid.CreateVersion7(now), channel, UserId, JsonSerializer.Serialize(this, StoredJson.Options), dueAt, expiresAt);

    private Guid? IdIn(string name) => Guid.TryParse(Data.GetValueOrDefault(name), out var id) ? id : null;
}

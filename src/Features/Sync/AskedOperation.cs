namespace MyBudget.Features.Sync;

/// <summary>An operation as a client asked for it.</summary>
/// <param name="Data">Never null; without the id that it may have said again.</param>
/// <param name="SaidId">That id.</param>
/// <param name="Content">A hash of all that was asked.</param>
internal sealed record AskedOperation(Guid Id, string Type, Guid EntityId, int? BaseVersion, JsonObject Data, JsonNode? SaidId, byte[] Content)
{
    /// <summary>What else it names.</summary>
    public IEnumerable<Guid> Named => Ids(Data);

    public static AskedOperation Of(Guid id, string type, Guid entityId, int? baseVersion, JsonObject? data)
    {
        var content = KeptOutcomes.Hash(type, entityId, baseVersion, data);
        var rest = data?.DeepClone().AsObject() ?? [];
        var said = rest["id"];
        rest.Remove("id");
        return new AskedOperation(id, type, entityId, baseVersion, rest, said, content);
    }

    /// <exception cref="BadHttpRequestException">The data names another entity, or of the ledger's own operations another ledger.</exception>
    public void EnsureOneId(Guid ledgerId)
    {
        var isLedgers = Type.StartsWith("ledger.", StringComparison.Ordinal);
        if ((SaidId is not null && !(SaidId is JsonValue value && value.TryGetValue<Guid>(out var said) && said == EntityId)) || (isLedgers && EntityId != ledgerId))
            throw new ValidationException([new(nameof(Id), "The id is not the operation's entityId.") { ErrorCode = "id" }]);
    }

    private static IEnumerable<Guid> Ids(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Ids(member.Value)),
        JsonArray items => items.SelectMany(Ids),
        JsonValue value when value.TryGetValue<string>(out var text) && Guid.TryParseExact(text, "D", out var id) => [id],
        _ => [],
    };
}

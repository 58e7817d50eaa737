namespace MyBudget.Infrastructure.UseCases;

/// <summary>A command of a ledger that clients may gather while they are offline; it is sent to the handler that HTTP sends it to.</summary>
/// <param name="Type">As clients name it, such as <c>transaction.record</c>.</param>
/// <param name="Entity">The kind of entity that it is about.</param>
/// <param name="Effect">What it does to the entity.</param>
/// <param name="Least">The role it needs.</param>
/// <param name="Send">Sends the message.</param>
internal sealed record LedgerOperation(
    string Type, OperationEntity Entity, OperationEffect Effect, LedgerRole Least, Func<IMediator, OperationBody, CancellationToken, Task> Send);

internal enum OperationEffect
{
    Create,

    /// <summary>A merge patch is laid over it.</summary>
    Revise,

    /// <summary>It is gone afterwards.</summary>
    Delete,

    /// <summary>It is there again.</summary>
    Restore,

    /// <summary>Its field <c>closed</c> becomes true.</summary>
    Close,

    /// <summary>Its field <c>closed</c> becomes false.</summary>
    Reopen,
}

/// <param name="EntityId">The id that the client chose or means.</param>
/// <param name="Data">What the HTTP route's body says, without the id.</param>
/// <param name="Json">How bodies are read.</param>
internal sealed record OperationBody(Guid EntityId, JsonObject Data, JsonSerializerOptions Json)
{
    public MergePatch Patch => new(Data, Json);

    /// <summary>The body, and the id in it where it has one.</summary>
    /// <exception cref="BadHttpRequestException">With the path of the member at fault.</exception>
    public T Read<T>(bool withId = false)
    {
        try
        {
            if (UnknownMembers.Of(Data, typeof(T), Json) is { Count: > 0 } unknown) throw new UnknownMembersException(unknown);
            var data = Data.DeepClone().AsObject();
            if (withId) data["id"] = EntityId;
            return data.Deserialize<T>(Json)!;
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException or InvalidOperationException)
        {
            throw new BadHttpRequestException("The data does not fit.", broken as JsonException ?? new JsonException(broken.Message, "$", null, null));
        }
    }
}

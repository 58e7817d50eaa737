namespace MyBudget.Features.Sync.GetDigest;

internal static class GetDigestEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/digest", (IMediator mediator, CancellationToken ct) => mediator.Send(new GetDigest(), ct))
        .RequireAuthorization(Policies.LedgerViewer)
        .WithLateAccess()
        .WithSummary("What a client's copy of a ledger has to come to, to prove that it is right")
        .WithDescription(
            "Compare it once `changes` was read up to the same `cursor`. Where a kind differs, read that one again with `kinds=` and without "
            + "`since`, beside the cursor that you have; nothing else has to be read anew.")
        .Produces<DigestView>();
}

/// <summary>A ledger, summed up; all of it at one moment.</summary>
/// <param name="Cursor">Where the ledger stood.</param>
/// <param name="Kinds">By kind what is not gone; a kind without any is left out.</param>
/// <param name="Accounts">What each account comes to, closed ones too.</param>
internal sealed record DigestView(string Cursor, IReadOnlyDictionary<string, KindDigest> Kinds, IReadOnlyList<AccountDigest> Accounts);

/// <param name="Count">How many entities there are.</param>
/// <param name="Hash">
/// The first 8 bytes of SHA-256 of each entity's <c>kind:id:version</c> in UTF-8 (the id as UUID in small letters), combined by exclusive or;
/// 16 hexadecimal digits.
/// </param>
internal sealed record KindDigest(long Count, string Hash);

/// <param name="Id">The account.</param>
/// <param name="Balance">As of the account, in minor units.</param>
/// <param name="ClearedBalance">The same of what is cleared or reconciled.</param>
/// <param name="Entries">How many entries it has, either side of a transfer included.</param>
internal sealed record AccountDigest(Guid Id, long Balance, long ClearedBalance, long Entries);

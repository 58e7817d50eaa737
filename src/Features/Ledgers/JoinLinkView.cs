namespace MyBudget.Features.Ledgers;

/// <summary>A join link, as the ledger's owners see it.</summary>
/// <param name="Id">UUID.</param>
/// <param name="Code">By which a user asks to join; null when the server's keys have been changed since, and another link is needed.</param>
/// <param name="Link">An address that opens the app with the code; null where none is configured.</param>
/// <param name="Role">What its owner had in mind for who asks by it; null for nothing.</param>
/// <param name="CreatedBy">The owner who made it.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="ExpiresAt">Until when one can ask by it, UTC.</param>
internal sealed record JoinLinkView(
    Guid Id, string? Code, string? Link, LedgerRole? Role, Guid CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt)
{
    /// <summary>What a QR code of it says: the link, or the bare code.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? Way => Link ?? Code;
}

/// <summary>A join link, as somebody who has its code sees it.</summary>
/// <param name="Ledger">The ledger's name.</param>
/// <param name="InvitedBy">The name of the owner who made it.</param>
/// <param name="Role">What that owner had in mind; null for nothing.</param>
/// <param name="ExpiresAt">Until when one can ask by it, UTC.</param>
internal sealed record JoinOffer(string Ledger, string InvitedBy, LedgerRole? Role, DateTimeOffset ExpiresAt);

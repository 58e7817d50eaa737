namespace MyBudget.Features.Ledgers.Contracts;

// Both are published inside the use case, before its one save: what a handler does with the scope's session is saved with it.

/// <summary>Somebody is invited into a ledger. Whether they are a user is for the handler to find out.</summary>
/// <param name="Mailbox">Their address, normalised.</param>
public sealed record SomebodyInvited(
    Guid InvitationId, Guid LedgerId, string Ledger, LedgerRole Role, string Mailbox, Guid By, DateTimeOffset At) : INotification;

/// <summary>Somebody else has changed what a member may do.</summary>
/// <param name="Role">What they may do now; null when they are no longer a member.</param>
/// <param name="Cause">What it comes from; null where somebody decided about this member alone.</param>
public sealed record MembershipChanged(
    Guid LedgerId, string Ledger, Guid UserId, LedgerRole? Role, Guid By, DateTimeOffset At, MembershipCause? Cause = null) : INotification;

/// <summary>What a membership may change by, besides a decision about it.</summary>
public enum MembershipCause
{
    /// <summary>The ledger was deleted.</summary>
    LedgerDeleted,

    /// <summary>A deleted ledger was restored.</summary>
    LedgerRestored,

    /// <summary>An owner handed the ledger over to this member.</summary>
    HandedOver,
}

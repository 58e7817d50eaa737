namespace MyBudget.Features.Notifications;

/// <summary>What a notice tells of, by kind. Clients get it as <c>data</c> and follow its ids; texts are made from it.</summary>
public abstract record NoticeData;

/// <summary>What somebody else did. Stored without the name, which is looked up when it is read: who is erased is named nowhere any more.</summary>
public abstract record NoticeOfSomebody : NoticeData
{
    /// <summary>Whose name <c>by</c> is; null where nobody is to be named.</summary>
    public Guid? ById { get; init; }
}

/// <param name="Level">The threshold, in percent.</param>
/// <param name="Spent">Minor units.</param>
/// <param name="Available">Minor units, what was carried over included.</param>
/// <param name="On">The ledger's day when it was told; null where a former release told it. The period may be an earlier or a later one.</param>
public sealed record BudgetNotice(
    Guid BudgetId, string Budget, DateOnly PeriodStart, DateOnly PeriodEnd, int Level, long Spent, long Available, Currency Currency,
    DateOnly? On = null) : NoticeData;

/// <param name="Amount">Signed minor units.</param>
public sealed record EntryNotice(
    Guid TransactionId, string Account, string? Payee, DateOnly Date, long Amount, Currency Currency, string By) : NoticeOfSomebody;

/// <param name="Entries">How many entries; of a large-transaction notice, how many large ones.</param>
/// <param name="ImportId">The import they came with; null where a person recorded them.</param>
public sealed record EntriesNotice(int Entries, Guid? ImportId, string By) : NoticeOfSomebody;

/// <param name="LedgerId">The ledger. Beside the notice's own, which only members see.</param>
/// <param name="Role">What the user may do from now on, or could do; null when they are no longer a member.</param>
/// <param name="InvitationId">The invitation, which the user can look at and accept by this id.</param>
/// <param name="Cause">What a change comes from; null where somebody decided about this member alone.</param>
public sealed record MembershipNotice(
    Guid LedgerId, string Ledger, LedgerRole? Role, string By, Guid? InvitationId = null, MembershipCause? Cause = null) : NoticeOfSomebody;

/// <param name="JoinRequestId">The request, which an owner answers by this id.</param>
/// <param name="Email">Of who asks, which they have confirmed.</param>
public sealed record JoinRequestNotice(Guid JoinRequestId, string Ledger, string By, string Email, string? Message) : NoticeOfSomebody;

/// <param name="Role">What the user may do from now on; null when they were not let in.</param>
/// <param name="By">Who let them in; null when they were not, since who declined is told to nobody.</param>
public sealed record JoinAnswerNotice(Guid JoinRequestId, string Ledger, LedgerRole? Role, string? By) : NoticeOfSomebody;

/// <param name="SessionId">The sign-in; null for a password.</param>
public sealed record SecurityNotice(Guid? SessionId, string? Device) : NoticeData;

namespace MyBudget.Features.Notifications;

/// <summary>A notice in words.</summary>
/// <param name="Body">One or two sentences; may be empty.</param>
internal sealed record NoticeText(string Title, string Body)
{
    /// <param name="language">en or ru.</param>
    public static NoticeText Of(InboxEntry entry, string language, bool hideAmounts = false) =>
        new Words(language, hideAmounts).Tell(entry.Kind, entry.Read());

    private sealed class Words(string language, bool hideAmounts)
    {
        private readonly Wording _wording = new(language);

        public NoticeText Tell(NotificationKind kind, NoticeData data) => (kind, data) switch
        {
            (NotificationKind.BudgetThreshold, BudgetNotice it) => new BudgetNoticeText(_wording, hideAmounts).Reached(it),
            (NotificationKind.BudgetExceeded, BudgetNotice it) => new BudgetNoticeText(_wording, hideAmounts).Exceeded(it),
            (NotificationKind.LargeTransaction, EntryNotice it) when hideAmounts => new(
                Say("notifications.large.title-hidden", "Large entry"), By(it.By)),
            (NotificationKind.LargeTransaction, EntryNotice it) => new(
                Say("notifications.large.title", $"Large entry: {Amount(it)}", ("amount", Amount(it))), Where(it)),
            (NotificationKind.LargeTransaction, EntriesNotice it) => new(
                Count("notifications.many-large.title", it.Entries, "large entry", "large entries"), By(it.By)),
            (NotificationKind.MemberEntry, EntryNotice it) when hideAmounts => new(
                Say("notifications.member.title-hidden", $"{it.By} recorded an entry", ("by", it.By)), string.Empty),
            (NotificationKind.MemberEntry, EntryNotice it) => new(
                Say("notifications.member.title", $"{it.By}: {Amount(it)}", ("by", it.By), ("amount", Amount(it))), Where(it)),
            (NotificationKind.MemberEntry, EntriesNotice it) => new(
                it.ImportId is null
                    ? Say("notifications.many.title", $"{it.By} recorded entries", ("by", it.By))
                    : Say("notifications.import.title", $"{it.By} imported a bank file", ("by", it.By)),
                Count("notifications.many.body", it.Entries, "new entry", "new entries")),
            (NotificationKind.MemberChange, EntryNotice it) when hideAmounts => new(
                Say("notifications.change.title-hidden", $"{it.By} changed an entry", ("by", it.By)), string.Empty),
            (NotificationKind.MemberChange, EntryNotice it) => new(
                Say("notifications.change.title", $"{it.By} changed: {Amount(it)}", ("by", it.By), ("amount", Amount(it))), Where(it)),
            (NotificationKind.MemberChange, EntriesNotice it) => new(
                Say("notifications.many-change.title", $"{it.By} changed entries", ("by", it.By)), Edited(it)),
            (NotificationKind.MemberDeletion, EntryNotice it) when hideAmounts => new(
                Say("notifications.deletion.title-hidden", $"{it.By} deleted an entry", ("by", it.By)), string.Empty),
            (NotificationKind.MemberDeletion, EntryNotice it) => new(
                Say("notifications.deletion.title", $"{it.By} deleted: {Amount(it)}", ("by", it.By), ("amount", Amount(it))), Where(it)),
            (NotificationKind.MemberDeletion, EntriesNotice it) => new(
                Say("notifications.many-deletion.title", $"{it.By} deleted entries", ("by", it.By)), Edited(it)),
            (NotificationKind.Invitation, MembershipNotice it) => new(
                Say("notifications.invitation.title", $"{it.By} invites you to {it.Ledger}", ("by", it.By), ("ledger", it.Ledger)),
                Role(it.Role)),
            (NotificationKind.RoleChanged, MembershipNotice { Role: null } it) => new(
                Say("notifications.removed.title", $"You are no longer a member of {it.Ledger}", ("ledger", it.Ledger)), By(it.By)),
            (NotificationKind.RoleChanged, MembershipNotice { Cause: MembershipCause.LedgerRestored } it) => new(
                Say("notifications.restored.title", $"{it.By} restored {it.Ledger}", ("by", it.By), ("ledger", it.Ledger)), Role(it.Role)),
            (NotificationKind.RoleChanged, MembershipNotice { Cause: MembershipCause.HandedOver } it) => new(
                Say("notifications.handed-over.title", $"{it.By} handed {it.Ledger} over to you", ("by", it.By), ("ledger", it.Ledger)), Role(it.Role)),
            (NotificationKind.RoleChanged, MembershipNotice it) => new(
                Say("notifications.role-changed.title", $"Your role in {it.Ledger} has changed", ("ledger", it.Ledger)), Role(it.Role)),
            (NotificationKind.JoinRequested, JoinRequestNotice it) => new(
                Say("notifications.join-requested.title", $"{it.By} asks to join {it.Ledger}", ("by", it.By), ("ledger", it.Ledger)),
                it.Message is null ? it.Email : $"{it.Email}: {it.Message}"),
            (NotificationKind.JoinAnswered, JoinAnswerNotice { Role: null } it) => new(
                Say("notifications.join-declined.title", $"You were not added to {it.Ledger}", ("ledger", it.Ledger)),
                Say("notifications.join-declined.body", "Its owners have declined your request.")),
            (NotificationKind.JoinAnswered, JoinAnswerNotice it) => new(
                Say("notifications.join-accepted.title", $"You are now a member of {it.Ledger}", ("ledger", it.Ledger)), Role(it.Role)),
            (NotificationKind.NewSignIn, SecurityNotice it) => new(
                Say("notifications.new-sign-in.title", "New sign-in"),
                Say(
                    "notifications.new-sign-in.body", $"{it.Device ?? "?"}. If it was not you, end that session and change your password.",
                    ("device", it.Device ?? "?"))),
            _ => new(
                Say("notifications.password-changed.title", "Your password was changed"),
                Say("notifications.password-changed.body", "If it was not you, set a new password at once.")),
        };

        private string Edited(EntriesNotice notice) => Count("notifications.many-edited.body", notice.Entries, "entry", "entries");

        private string By(string member) => Say("notifications.by", $"By {member}", ("by", member));

        private string Role(LedgerRole? given)
        {
            var role = given.ToString()!.ToLowerInvariant();
            return Say($"notifications.role.{role}", $"Your role: {role}.");
        }

        private string Where(EntryNotice notice) =>
            string.Join(" · ", new[] { notice.Payee, notice.Account, _wording.Day(notice.Date) }.Where(part => !string.IsNullOrEmpty(part)));

        private string Amount(EntryNotice notice) => _wording.Amount(notice.Amount, notice.Currency);

        private string Count(string code, int count, string one, string other) => _wording.Count(code, count, ($"{{count}} {one}", $"{{count}} {other}"));

        private string Say(string code, string english, params ReadOnlySpan<(string Name, object? Value)> values) => _wording.Say(code, english, values);
    }
}

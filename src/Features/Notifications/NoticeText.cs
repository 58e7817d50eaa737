using System.Globalization;
using MyBudget.Infrastructure.Http.Localization;

namespace MyBudget.Features.Notifications;

/// <summary>A notice in words.</summary>
/// <param name="Body">One or two sentences; may be empty.</param>
internal sealed record NoticeText(string Title, string Body)
{
    /// <param name="language">en or ru.</param>
    public static NoticeText Of(InboxEntry entry, string language, bool hideAmounts = false)
    {
        var words = new Words(language, hideAmounts);
        return (entry.Kind, entry.Read()) switch
        {
            (NotificationKind.BudgetThreshold, BudgetNotice budget) => words.Threshold(budget),
            (NotificationKind.BudgetExceeded, BudgetNotice budget) => words.Exceeded(budget),
            (NotificationKind.LargeTransaction, EntryNotice large) => words.Large(large),
            (NotificationKind.LargeTransaction, EntriesNotice large) => words.ManyLarge(large),
            (NotificationKind.MemberEntry, EntryNotice recorded) => words.Recorded(recorded),
            (NotificationKind.MemberEntry, EntriesNotice recorded) => words.ManyRecorded(recorded),
            (NotificationKind.Invitation, MembershipNotice invitation) => words.Invited(invitation),
            (NotificationKind.RoleChanged, MembershipNotice change) => words.RoleChanged(change),
            (NotificationKind.NewSignIn, SecurityNotice signIn) => words.SignedIn(signIn),
            _ => words.PasswordChanged(),
        };
    }

    private sealed class Words(string language, bool hideAmounts)
    {
        private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(language);

        public NoticeText Threshold(BudgetNotice notice) => new(
            Say("notifications.budget-threshold.title", $"{notice.Budget}: {notice.Level} % used", ("budget", notice.Budget), ("level", notice.Level)),
            Used(notice));

        public NoticeText Exceeded(BudgetNotice notice) => new(
            Say("notifications.budget-exceeded.title", $"{notice.Budget} is exceeded", ("budget", notice.Budget)), Used(notice));

        public NoticeText Large(EntryNotice notice) => hideAmounts
            ? new NoticeText(Say("notifications.large.title-hidden", "Large transaction"), Say("notifications.by", $"By {notice.By}", ("by", notice.By)))
            : new NoticeText(Say("notifications.large.title", $"Large transaction: {Amount(notice)}", ("amount", Amount(notice))), Where(notice));

        public NoticeText ManyLarge(EntriesNotice notice) => new(
            Count("notifications.many-large.title", notice.Entries, "large transaction", "large transactions"),
            Say("notifications.by", $"By {notice.By}", ("by", notice.By)));

        public NoticeText Recorded(EntryNotice notice) => hideAmounts
            ? new NoticeText(Say("notifications.member.title-hidden", $"{notice.By} recorded a transaction", ("by", notice.By)), string.Empty)
            : new NoticeText(Say("notifications.member.title", $"{notice.By}: {Amount(notice)}", ("by", notice.By), ("amount", Amount(notice))), Where(notice));

        public NoticeText ManyRecorded(EntriesNotice notice) => new(
            notice.ImportId is null
                ? Say("notifications.many.title", $"{notice.By} recorded transactions", ("by", notice.By))
                : Say("notifications.import.title", $"{notice.By} imported a bank file", ("by", notice.By)),
            Count("notifications.many.body", notice.Entries, "new transaction", "new transactions"));

        public NoticeText Invited(MembershipNotice notice) => new(
            Say("notifications.invitation.title", $"{notice.By} invites you to {notice.Ledger}", ("by", notice.By), ("ledger", notice.Ledger)), Role(notice));

        public NoticeText RoleChanged(MembershipNotice notice) => notice.Role is null
            ? new NoticeText(
                Say("notifications.removed.title", $"You are no longer a member of {notice.Ledger}", ("ledger", notice.Ledger)),
                Say("notifications.by", $"By {notice.By}", ("by", notice.By)))
            : new NoticeText(
                Say("notifications.role-changed.title", $"Your role in {notice.Ledger} has changed", ("ledger", notice.Ledger)), Role(notice));

        public NoticeText SignedIn(SecurityNotice notice) => new(
            Say("notifications.new-sign-in.title", "New sign-in"),
            Say("notifications.new-sign-in.body", $"{notice.Device ?? "?"}. If it was not you, end that session and change your password.", ("device", notice.Device ?? "?")));

        public NoticeText PasswordChanged() => new(
            Say("notifications.password-changed.title", "Your password was changed"),
            Say("notifications.password-changed.body", "If it was not you, set a new password at once."));

        private string Used(BudgetNotice notice)
        {
            var until = notice.PeriodEnd.ToString("d", _culture);
            if (hideAmounts) return Say("notifications.budget.body-hidden", $"The period ends on {until}.", ("until", until));

            var (spent, available) = (Amount(notice.Spent, notice.Currency), Amount(notice.Available, notice.Currency));
            return Say(
                "notifications.budget.body", $"{spent} of {available} spent; the period ends on {until}.", ("spent", spent), ("available", available), ("until", until));
        }

        private string Role(MembershipNotice notice)
        {
            var role = notice.Role.ToString()!.ToLowerInvariant();
            return Say($"notifications.role.{role}", $"Your role: {role}.");
        }

        private string Where(EntryNotice notice) =>
            string.Join(" · ", new[] { notice.Payee, notice.Account, notice.Date.ToString("d", _culture) }.Where(part => !string.IsNullOrEmpty(part)));

        private string Amount(EntryNotice notice) => Amount(notice.Amount, notice.Currency);

        /// <summary>By its code, since a symbol such as $ is not one currency's. The space keeps both on one line.</summary>
        private string Amount(long minor, Currency currency) =>
            $"{new Money(minor, currency).ToDecimal().ToString($"N{currency.MinorUnits}", _culture)}\u00a0{currency.Code}";

        private string Count(string code, int count, string one, string other)
        {
            var number = count.ToString("N0", _culture);
            return Say($"{code}.{Plural.Of(language, count)}", $"{number} {(count == 1 ? one : other)}", ("count", number));
        }

        private string Say(string code, string english, params (string Name, object? Value)[] values) => Messages.In(
            language, code, english, values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal));
    }
}

namespace MyBudget.Features.Ledgers;

/// <summary>What happens to a ledger and its members, as they read it.</summary>
internal static class LedgerActivity
{
    public static IServiceCollection AddLedgerActivity(this IServiceCollection services) => services
        .AddActivity<LedgerCreated>(
            "created", (e, words) => words.Say("ledgers.activity.created", $"Created the ledger {e.Name}", ("name", e.Name)), isWhole: true)
        .AddActivity<LedgerRenamed>("renamed", (e, words) => words.Say("ledgers.activity.renamed", $"Renamed the ledger to {e.Name}", ("name", e.Name)))
        .AddActivity<LargeTransactionLimitSet>("limitSet", (e, words) =>
        {
            if (e.From is not { } from) return words.Say("ledgers.activity.no-limit", "Large entries are not announced any more");
            var amount = words.Amount(from, e.Currency);
            return words.Say("ledgers.activity.limit", $"Entries of {amount} or more are announced as large", ("amount", amount));
        })
        .AddActivity<FactorDemandSet>("factorDemandSet", (e, words) => e.IsDemanded
            ? words.Say("ledgers.activity.factor", "Opened the ledger only to members with a second factor")
            : words.Say("ledgers.activity.no-factor", "Opened the ledger to members without a second factor, too"))
        .AddActivity<MemberJoined>("joined", (e, words) =>
        {
            var (role, by) = (Role(e.Role, words), words.Member(e.InvitedBy));
            return words.Say("ledgers.activity.joined", $"Became a member as {role}, let in by {by}", ("role", role), ("by", by));
        })
        .AddActivity<MemberRoleChanged>("roleChanged", (e, words) =>
        {
            var (role, member) = (Role(e.To, words), words.Member(e.UserId));
            return words.Say("ledgers.activity.role-changed", $"The role of {member} is now {role}", ("role", role), ("member", member));
        })
        .AddActivity<MemberRenamed>("memberRenamed", (_, words) => words.Say("ledgers.activity.member-renamed", "Changed their name"))
        .AddActivity<MemberLeft>("left", (e, words) =>
        {
            if (e.By == e.UserId) return words.Say("ledgers.activity.left", "Left the ledger");
            var member = words.Member(e.UserId);
            return words.Say("ledgers.activity.removed", $"Removed {member} from the ledger", ("member", member));
        })
        .AddActivity<LedgerDeleted>("deleted", (_, words) => words.Say("ledgers.activity.deleted", "Deleted the ledger"))
        .AddActivity<LedgerRestored>("restored", (_, words) => words.Say("ledgers.activity.restored", "Restored the ledger"));

    private static string Role(LedgerRole role, ActivityWords words) => role switch
    {
        LedgerRole.Owner => words.Say("ledgers.activity.owner", "owner"),
        LedgerRole.Editor => words.Say("ledgers.activity.editor", "editor"),
        _ => words.Say("ledgers.activity.viewer", "viewer"),
    };
}

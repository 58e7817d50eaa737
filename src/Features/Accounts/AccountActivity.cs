namespace MyBudget.Features.Accounts;

/// <summary>What happens to accounts, as members read it.</summary>
internal static class AccountActivity
{
    public static IServiceCollection AddAccountActivity(this IServiceCollection services) => services
        .AddActivity<AccountOpened>("opened", (e, words) =>
            words.Say("accounts.activity.opened", $"Opened the account {e.Details.Name}", ("name", e.Details.Name)))
        .AddActivity<AccountRevised>("revised", Revised, (count, words) =>
            words.Count("accounts.activity.revised-many", count, ("Changed {count} account", "Changed {count} accounts")))
        .AddActivity<AccountClosed, Account>("closed", (_, account, words) =>
            words.Say("accounts.activity.closed", $"Closed the account {account?.Name}", ("name", account?.Name)))
        .AddActivity<AccountReopened, Account>("reopened", (_, account, words) =>
            words.Say("accounts.activity.reopened", $"Reopened the account {account?.Name}", ("name", account?.Name)))
        .AddActivity<AccountDeleted, Account>("deleted", (_, account, words) =>
            words.Say("accounts.activity.deleted", $"Deleted the account {account?.Name}", ("name", account?.Name)));

    private static Told Revised(AccountRevised e, ActivityWords words) => e.Was.Name == e.Now.Name
        ? words.Say("accounts.activity.revised", $"Changed the account {e.Now.Name}", ("name", e.Now.Name))
        : words.Say("accounts.activity.renamed", $"Renamed the account {e.Was.Name} to {e.Now.Name}", ("was", e.Was.Name), ("name", e.Now.Name));
}

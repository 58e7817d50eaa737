using System.Net;
using Alba;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using MyBudget.Domain;
using MyBudget.Features.Identity.Contracts;

namespace MyBudget.IntegrationTests;

/// <summary>Makes members as they are made: by an invitation that is accepted.</summary>
internal static class Sharing
{
    /// <summary>The same ledger, seen by its new member.</summary>
    public static async Task<LedgerClient> JoinAsync(IAlbaHost host, LedgerClient ledger, ApiClient user, LedgerRole role)
    {
        await ConfirmAsync(host, ledger.UserId);
        var (email, invited) = (await ConfirmAsync(host, user.UserId), role is LedgerRole.Owner ? LedgerRole.Editor : role);
        var invitation = await ledger.PostAsync("invitations", new { email, role = NameOf(invited) });
        invitation.ShouldBe(HttpStatusCode.Created);
        (await user.PostAsync($"/api/v1/invitations/{invitation.Id}/acceptance")).ShouldBe(HttpStatusCode.OK);
        if (role is LedgerRole.Owner) (await ledger.PatchAsync($"members/{user.UserId}", new { role = NameOf(role) })).ShouldBe(HttpStatusCode.OK);
        return ledger.As(user);
    }

    /// <summary>Gives the user a profile if they have none, with an address that is confirmed.</summary>
    /// <returns>The address.</returns>
    public static async Task<string> ConfirmAsync(IAlbaHost host, Guid userId)
    {
        await using var documents = host.Services.GetRequiredService<IDocumentStore>().LightweightSession("outside");
        var known = await documents.LoadAsync<UserProfile>(userId, TestContext.Current.CancellationToken);
        if (known is { EmailVerified: true }) return known.Email;

        var now = host.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var user = known ?? new UserProfile(userId, $"{userId:N}@example.org", EmailVerified: true, "Ada", "en", "UTC", now, Version: 1);
        documents.Store(user with { EmailVerified = true });
        await documents.SaveChangesAsync(TestContext.Current.CancellationToken);
        return user.Email;
    }

    public static string NameOf(LedgerRole role) => role.ToString().ToLowerInvariant();
}

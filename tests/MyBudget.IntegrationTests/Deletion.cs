using System.Net;
using Alba;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using MyBudget.Features.Identity;
using MyBudget.Features.Ledgers;
using MyBudget.Infrastructure.Security;

namespace MyBudget.IntegrationTests;

/// <summary>Deletes ledgers as their owners do: with a password, which users who are signed in without one are given first.</summary>
internal static class Deletion
{
    public const string Password = "a long enough password";

    public static async Task<ApiResponse> DeleteLedgerAsync(this IAlbaHost host, LedgerClient ledger, params (string Name, string Value)[] headers)
    {
        await GivePasswordAsync(host, ledger.UserId);
        return await ledger.SendAsync(HttpMethod.Delete, ledger.Path, new { password = Password }, headers);
    }

    /// <summary>Erases the user, who owns nothing that others need.</summary>
    public static async Task EraseUserAsync(this IAlbaHost host, ApiClient user)
    {
        await GivePasswordAsync(host, user.UserId);
        var leaving = new ApiClient(host.Server.CreateClient(), user.UserId, user.Token);
        (await leaving.SendAsync(HttpMethod.Delete, "/api/v1/me", new { password = Password })).ShouldBe(HttpStatusCode.NoContent);
    }

    /// <summary>Deletes it, and does not wait for the time that it is kept.</summary>
    public static async Task EraseLedgerAsync(this IAlbaHost host, LedgerClient ledger)
    {
        (await host.DeleteLedgerAsync(ledger)).ShouldBe(HttpStatusCode.NoContent);
        (await host.EraseDeletedAsync(ledger)).ShouldBeTrue();
    }

    /// <summary>What is done with a deleted ledger in the end.</summary>
    public static Task<bool> EraseDeletedAsync(this IAlbaHost host, LedgerClient ledger) => host.Services.GetRequiredService<DeletedLedgerErasure>()
        .EraseAsync(ledger.LedgerId, host.Services.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(1), TestContext.Current.CancellationToken);

    private static async Task GivePasswordAsync(IAlbaHost host, Guid userId)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var documents = host.Services.GetRequiredService<IDocumentStore>().LightweightSession("outside");
        if (await documents.LoadAsync<Credentials>(userId, cancellation) is not null) return;
        var hash = await host.Services.GetRequiredService<PasswordHasher>().HashAsync(Password, cancellation);
        documents.Store(new Credentials(userId, $"{userId:N}@example.org", hash));
        await documents.SaveChangesAsync(cancellation);
    }
}

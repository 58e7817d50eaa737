using System.Net;
using System.Text.Json;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using MyBudget.Features.Identity.Contracts;
using MyBudget.IntegrationTests.Features.Identity;

namespace MyBudget.IntegrationTests.Features.Ledgers;

/// <summary>Whoever claims an address has no say in what is somebody's who reads mail there.</summary>
[Collection(nameof(IdentityApp))]
public sealed class UnconfirmedAddressTests(IdentityApp app)
{
    private const string Received = "/api/v1/invitations";

    [Fact]
    public async Task who_never_confirmed_an_address_takes_no_invitation_along()
    {
        var (ledger, email) = (await CreateLedgerAsync(), app.NewEmail());
        var invitation = await InviteAsync(ledger, email);
        var claimant = await app.RegisterAsync(email);
        await app.Mail.NextAsync(email);
        await app.Mail.NextAsync(email);

        (await claimant.Client.GetAsync(Received)).Items.ShouldBeEmpty();
        (await claimant.Client.DeleteAsync($"{Received}/{invitation.Id}")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await claimant.Client.PostAsync($"{Received}/{invitation.Id}/acceptance")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await claimant.Client.GetAsync("/api/v1/me/export")).Body.GetProperty("invitations").GetArrayLength().ShouldBe(0);
        (await claimant.Client.SendAsync(HttpMethod.Delete, "/api/v1/me", new { password = claimant.Password })).ShouldBe(HttpStatusCode.NoContent);

        (await ledger.GetAsync("invitations")).Items.ShouldHaveSingleItem().GetProperty("email").GetString().ShouldBe(email);
        var newcomer = await ConfirmedAsync(await app.RegisterAsync(email));
        (await newcomer.PostAsync($"{Received}/{invitation.Id}/acceptance")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task who_confirmed_it_takes_them_along()
    {
        var (ledger, user) = (await CreateLedgerAsync(), await app.RegisterAsync());
        var client = await ConfirmedAsync(user);
        await InviteAsync(ledger, user.Email);

        (await client.SendAsync(HttpMethod.Delete, "/api/v1/me", new { password = user.Password })).ShouldBe(HttpStatusCode.NoContent);

        (await ledger.GetAsync("invitations")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task an_invitation_is_not_written_in_the_language_of_who_claims_its_address()
    {
        var (ledger, email) = (await CreateLedgerAsync(), app.NewEmail());
        await app.RegisterAsync(email, locale: "ru");
        await app.Mail.NextAsync(email);

        await InviteAsync(ledger, email);

        (await app.Mail.NextAsync(email)).Subject.ShouldBe("Ada invites you to Home");
    }

    [Fact]
    public async Task a_member_is_not_known_by_an_address_that_they_claim()
    {
        var (ledger, user) = (await CreateLedgerAsync(), await app.RegisterAsync());
        var client = await ConfirmedAsync(user);
        (await client.PostAsync($"{Received}/{(await InviteAsync(ledger, user.Email)).Id}/acceptance")).ShouldBe(HttpStatusCode.OK);
        (await EmailAsync(ledger, user.Id)).ShouldBe(user.Email);
        await UnconfirmAsync(user.Id);

        (await EmailAsync(ledger, user.Id)).ShouldBeNull();
        (await EmailAsync(ledger.As(client), user.Id)).ShouldBe(user.Email);
        (await ledger.PatchAsync($"members/{user.Id}", new { role = "editor" })).ShouldBe(HttpStatusCode.OK).Body
            .GetProperty("email").ValueKind.ShouldBe(JsonValueKind.Null);
        await InviteAsync(ledger, user.Email);
    }

    private static async Task<ApiResponse> InviteAsync(LedgerClient ledger, string email) =>
        (await ledger.PostAsync("invitations", new { email, role = "viewer" })).ShouldBe(HttpStatusCode.Created);

    private static async Task<string?> EmailAsync(LedgerClient ledger, Guid user) => (await ledger.GetAsync("members")).Items
        .Single(member => member.GetProperty("userId").GetGuid() == user).GetProperty("email").GetString();

    private async Task UnconfirmAsync(Guid user)
    {
        await using var documents = app.Host.Services.GetRequiredService<IDocumentStore>().LightweightSession("outside");
        var profile = await documents.LoadAsync<UserProfile>(user, TestContext.Current.CancellationToken);
        documents.Store(profile.ShouldNotBeNull() with { EmailVerified = false });
        await documents.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private async Task<LedgerClient> CreateLedgerAsync() => await (await ConfirmedAsync(await app.RegisterAsync())).CreateLedgerAsync();

    private async Task<ApiClient> ConfirmedAsync(TestUser user)
    {
        var code = await app.Mail.NextCodeAsync(user.Email);
        (await user.Client.PostAsync("/api/v1/auth/verify-email", new { code })).ShouldBe(HttpStatusCode.OK);
        return user.Client;
    }
}

using System.Net;
using Alba;

namespace MyBudget.IntegrationTests.Features.Identity;

[Collection(nameof(FirebaseApp))]
public sealed class FirebaseSwitchTests(FirebaseApp app)
{
    [Fact]
    public async Task nobody_new_comes_by_firebase_while_sign_up_is_closed()
    {
        await using var closed = await app.StartHostAsync(app.Google, ("Features:SignUp", "false"));
        var (known, email) = (app.NewUid(), app.Identity.NewEmail());
        (await app.SignInAsync(app.TokenOf(known, email))).ShouldBe(HttpStatusCode.Created);
        var registered = await app.Identity.RegisterAsync();

        (await app.SignInAsync(app.TokenOf(app.NewUid(), app.Identity.NewEmail()), closed))
            .ShouldBeProblem(HttpStatusCode.Forbidden, "auth.sign-up-closed");
        (await app.SignInAsync(app.TokenOf(known, email), closed)).ShouldBe(HttpStatusCode.OK);
        // Whoever is here already is not new, whichever way they come.
        (await app.SignInAsync(app.TokenOf(app.NewUid(), registered.Email), closed)).ShouldBeProblem(HttpStatusCode.Conflict, "auth.firebase-link-needed");
    }

    [Fact]
    public async Task nobody_signs_in_with_firebase_while_it_is_off_and_whoever_did_can_still_leave()
    {
        await using var off = await app.StartHostAsync(app.Google, ("Features:FirebaseSignIn", "false"));
        var (uid, email) = (app.NewUid(), app.Identity.NewEmail());
        var signedIn = (await app.SignInAsync(app.TokenOf(uid, email))).ShouldBe(HttpStatusCode.Created);
        Offers(await ConfigAsync(app.Host)).ShouldBeTrue();
        Offers(await ConfigAsync(off)).ShouldBeFalse();

        (await app.SignInAsync(app.TokenOf(uid, email), off)).ShouldBeProblem(HttpStatusCode.NotFound, "auth.firebase-off");

        var user = app.ClientOf(signedIn.Body.GetProperty("accessToken").GetString(), off);
        (await user.SendAsync(HttpMethod.Delete, "/api/v1/me", new { idToken = app.TokenOf(uid, email) })).ShouldBe(HttpStatusCode.NoContent);
    }

    private static bool Offers(ApiResponse config) => config.Body.GetProperty("features").GetProperty("firebaseSignIn").GetBoolean();

    private Task<ApiResponse> ConfigAsync(IAlbaHost host) => app.ClientOf(null, host).GetAsync("/api/v1/client-config");
}

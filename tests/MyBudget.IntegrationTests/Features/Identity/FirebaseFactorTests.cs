using System.Net;

namespace MyBudget.IntegrationTests.Features.Identity;

/// <summary>Who comes by Firebase shows the second factor as well.</summary>
[Collection(nameof(FirebaseApp))]
public sealed class FirebaseFactorTests(FirebaseApp app)
{
    [Fact]
    public async Task a_sign_in_and_a_proof_by_firebase_need_a_code_too()
    {
        var (uid, email) = (app.NewUid(), app.Identity.NewEmail());
        var user = new TestUser(app.Identity, email, string.Empty, await app.SignInAsync(app.TokenOf(uid, email)));
        var phone = await Authenticator.EnrolAsync(app.Identity, user);

        var asked = Challenged.Of(await app.SignInAsync(app.TokenOf(uid, email)));
        (await asked.AnswerAsync(app.Identity, phone.WrongCode())).ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.factor-code-invalid");
        var signedIn = (await asked.AnswerAsync(app.Identity, phone.NextCode())).ShouldBe(HttpStatusCode.OK);
        signedIn.Body.GetProperty("user").GetProperty("email").GetString().ShouldBe(email);

        var client = app.ClientOf(signedIn);
        (await client.SendAsync(HttpMethod.Delete, "/api/v1/me", new { idToken = app.TokenOf(uid, email) }))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "auth.factor-code-needed");
        (await client.SendAsync(HttpMethod.Delete, "/api/v1/me", new { idToken = app.TokenOf(uid, email), code = phone.NextCode() })).ShouldBe(HttpStatusCode.NoContent);
    }
}

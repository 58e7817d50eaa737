using System.Net;
using System.Text.Json.Nodes;
using MyBudget.IntegrationTests.Features.Identity;

namespace MyBudget.IntegrationTests.Infrastructure.Firebase;

[Collection(nameof(FirebaseApp))]
public sealed class IdTokenTests(FirebaseApp app)
{
    private static readonly Dictionary<string, Func<FirebaseApp, JsonObject, string>> Bad = new(StringComparer.Ordinal)
    {
        ["not a token"] = (_, _) => "not a token",
        ["two parts"] = (_, _) => "e30.e30",
        ["five parts"] = (_, _) => "e30.e30.e30.e30.e30",
        ["no signature"] = (app, claims) => string.Join('.', Key(app).Sign(claims).Split('.')[..2]) + ".",
        ["alg none"] = (_, claims) => GoogleKey.WithoutSignature(claims),
        ["alg None"] = (_, claims) => GoogleKey.WithoutSignature(claims, "None"),
        ["alg RS256 without a signature"] = (_, claims) => GoogleKey.WithoutSignature(claims, "RS256"),
        ["alg HS256 with the public key's PEM"] = (app, claims) => Key(app).SignWithPublicKey(claims, asPem: true),
        ["alg HS256 with the public key's modulus"] = (app, claims) => Key(app).SignWithPublicKey(claims, asPem: false),
        ["alg RS512"] = (app, claims) => Key(app).Sign(claims, alg: "RS512"),
        ["no alg"] = (app, claims) => Key(app).Sign(new JsonObject { ["kid"] = Key(app).Id }, claims),
        ["no kid"] = (app, claims) => Key(app).Sign(new JsonObject { ["alg"] = "RS256" }, claims),
        ["unknown kid"] = (app, claims) => Key(app).Sign(claims, kid: "made-up"),
        ["somebody else's key"] = (app, claims) => new GoogleKey(Key(app).Id).Sign(claims),
        ["claims changed after signing"] = (app, claims) => Changed(Key(app).Sign(claims), claims),
        ["wrong issuer"] = (app, claims) => Key(app).Sign(With(claims, "iss", "https://accounts.google.com")),
        ["another project's issuer"] = (app, claims) => Key(app).Sign(With(claims, "iss", "https://securetoken.google.com/other")),
        ["issuer with a slash"] = (app, claims) => Key(app).Sign(With(claims, "iss", $"https://securetoken.google.com/{GooglePeer.ProjectId}/")),
        ["no issuer"] = (app, claims) => Key(app).Sign(With(claims, "iss", null)),
        ["wrong audience"] = (app, claims) => Key(app).Sign(With(claims, "aud", "other")),
        ["two audiences"] = (app, claims) => Key(app).Sign(With(claims, "aud", new JsonArray(GooglePeer.ProjectId, "other"))),
        ["no audience"] = (app, claims) => Key(app).Sign(With(claims, "aud", null)),
        ["another project"] = (app, claims) => Key(app).Sign(With(With(claims, "aud", "other"), "iss", "https://securetoken.google.com/other")),
        ["expired"] = (app, claims) => Key(app).Sign(With(claims, "exp", app.Now.AddSeconds(-11).ToUnixTimeSeconds())),
        ["never expires"] = (app, claims) => Key(app).Sign(With(claims, "exp", null)),
        ["issued in the future"] = (app, claims) => Key(app).Sign(With(claims, "iat", app.Now.AddSeconds(12).ToUnixTimeSeconds())),
        ["issued at no time"] = (app, claims) => Key(app).Sign(With(claims, "iat", null)),
        ["auth_time in the future"] = (app, claims) => Key(app).Sign(With(claims, "auth_time", app.Now.AddSeconds(12).ToUnixTimeSeconds())),
        ["no auth_time"] = (app, claims) => Key(app).Sign(With(claims, "auth_time", null)),
        ["auth_time of text"] = (app, claims) => Key(app).Sign(With(claims, "auth_time", $"{app.Now.ToUnixTimeSeconds()}")),
        ["auth_time before time"] = (app, claims) => Key(app).Sign(With(claims, "auth_time", -1)),
        ["auth_time beyond numbers"] = (app, claims) => Key(app).Sign(With(claims, "auth_time", 1e300)),
        ["empty sub"] = (app, claims) => Key(app).Sign(With(claims, "sub", string.Empty)),
        ["no sub"] = (app, claims) => Key(app).Sign(With(claims, "sub", null)),
        ["sub of 129 characters"] = (app, claims) => Key(app).Sign(With(claims, "sub", new string('x', 129))),
        ["sub with NUL"] = (app, claims) => Key(app).Sign(With(claims, "sub", "x\0y")),
    };

    public static TheoryData<string> BadNames => [.. Bad.Keys];

    [Theory]
    [MemberData(nameof(BadNames))]
    public async Task refuses_a_token_with(string fault)
    {
        var uid = app.NewUid();
        app.Google.Users[uid] = new GoogleUser();
        app.Google.Users[new string('x', 129)] = new GoogleUser();
        var before = app.Google.Lookups;

        var answer = await app.SignInAsync(Bad[fault](app, app.Claims(uid, app.Identity.NewEmail())));

        answer.ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.invalid-firebase-token");
        app.Google.Lookups.ShouldBe(before, "Google is not asked about somebody whom nobody vouches for");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{")]
    [InlineData("{\"sub\":\"\\ud800\"}")]
    [InlineData("{\"exp\":1e400}")]
    [InlineData("{\"exp\":\"soon\",\"aud\":{\"a\":1},\"iss\":[1]}")]
    [InlineData("{\"sub\":\"a\",\"sub\":\"b\"}")]
    [InlineData("{\"a\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}")]
    public async Task refuses_claims_that_are_none(string claims)
    {
        (await app.SignInAsync(GoogleKey.WithoutSignature(claims, "RS256"))).ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.invalid-firebase-token");
    }

    [Theory]
    [InlineData("exp", -9)]
    [InlineData("iat", 9)]
    [InlineData("auth_time", 9)]
    public async Task forgives_clocks_a_few_seconds(string claim, int seconds)
    {
        var uid = app.NewUid();
        app.Google.Users[uid] = new GoogleUser();
        var claims = With(app.Claims(uid, app.Identity.NewEmail()), claim, app.Now.AddSeconds(seconds).ToUnixTimeSeconds());

        (await app.SignInAsync(Key(app).Sign(claims))).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task takes_a_uid_of_128_characters()
    {
        var uid = app.NewUid().PadRight(128, 'é');

        (await app.SignInAsync(app.TokenOf(uid, app.Identity.NewEmail()))).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task names_the_field_that_is_wrong()
    {
        (await app.SignInAsync(string.Empty)).ShouldBlame("idToken", "required");
        (await app.SignInAsync(new string('x', 16 * 1024 + 1))).ShouldBlame("idToken", "too-long");
    }

    private static GoogleKey Key(FirebaseApp app) => app.Google.Keys.Values.First();

    private static JsonObject With(JsonObject claims, string name, JsonNode? value)
    {
        if (value is null) claims.Remove(name);
        else claims[name] = value;
        return claims;
    }

    private static string Changed(string token, JsonObject claims)
    {
        var parts = token.Split('.');
        return $"{parts[0]}.{GoogleKey.WithoutSignature(With(claims, "email", "root@example.org")).Split('.')[1]}.{parts[2]}";
    }
}

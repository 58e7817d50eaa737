using System.Net;
using System.Security.Cryptography;
using System.Text;
using Alba;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using MyBudget.Infrastructure.Security;

namespace MyBudget.IntegrationTests.Features.Identity;

[Collection(nameof(IdentityApp))]
public sealed class AccessTokenTests(IdentityApp app)
{
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    [Fact]
    public async Task carry_what_the_contract_says_and_no_more()
    {
        var user = await app.RegisterAsync();

        var token = _handler.ReadJsonWebToken(user.AccessToken);

        token.Alg.ShouldBe("ES256");
        token.Typ.ShouldBe("at+jwt");
        token.Claims.Select(claim => claim.Type).ShouldBe(["sub", "sid", "jti", "iat", "exp", "iss", "aud"], ignoreOrder: true);
        token.Subject.ShouldBe(user.Id.ToString());
        (token.ValidTo - token.IssuedAt).ShouldBe(TimeSpan.FromMinutes(15));
    }

    [Fact]
    public async Task verify_with_the_published_keys()
    {
        var user = await app.RegisterAsync();

        var published = await app.Anonymous.GetAsync("/.well-known/jwks.json");

        published.ShouldBe(HttpStatusCode.OK);
        published.Text.ShouldNotContain("\"d\"");
        var keys = new JsonWebKeySet(published.Text).GetSigningKeys();
        var result = await _handler.ValidateTokenAsync(user.AccessToken, new TokenValidationParameters
        {
            ValidIssuer = "mybudget",
            ValidAudience = "mybudget",
            IssuerSigningKeys = keys,
            ValidateLifetime = false,
            TryAllIssuerSigningKeys = false,
        });
        result.IsValid.ShouldBeTrue(result.Exception?.Message);
    }

    [Fact]
    public async Task end_after_their_lifetime()
    {
        var user = await app.RegisterAsync();
        app.Time.Advance(TimeSpan.FromMinutes(14.9));
        (await user.IsSignedInAsync()).ShouldBeTrue();

        app.Time.Advance(TimeSpan.FromSeconds(20));

        (await user.Client.GetAsync("/api/v1/me")).ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.unauthenticated");
    }

    [Fact]
    public async Task are_refused_when_forged_in_any_way()
    {
        var user = await app.RegisterAsync();
        var genuine = _handler.ReadJsonWebToken(user.AccessToken);
        using var foreign = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var ours = app.Host.Services.GetRequiredService<SigningKeys>();
        var publicBytes = Encoding.ASCII.GetBytes(ours.All[0].ECDsa.ExportSubjectPublicKeyInfoPem());

        var forged = new Dictionary<string, string>
        {
            ["foreign key"] = Sign(new SigningCredentials(new ECDsaSecurityKey(foreign), "ES256")),
            ["foreign key under our id"] = Sign(new SigningCredentials(new ECDsaSecurityKey(foreign) { KeyId = ours.All[0].KeyId }, "ES256")),
            ["public key as a secret"] = Sign(new SigningCredentials(new SymmetricSecurityKey(publicBytes), "HS256")),
            ["no algorithm"] = $"{Encode("""{"alg":"none","typ":"JWT"}""")}.{genuine.EncodedPayload}.",
            ["no signature"] = $"{genuine.EncodedHeader}.{genuine.EncodedPayload}.",
            ["another user"] = $"{genuine.EncodedHeader}.{Encode(genuine.PayloadJson().Replace(user.Id.ToString(), Guid.CreateVersion7().ToString(), StringComparison.Ordinal))}.{genuine.EncodedSignature}",
            ["another kind of token"] = Sign(ours.Credentials, type: "dpop+jwt"),
            ["wrong audience"] = Sign(ours.Credentials, audience: "elsewhere"),
            ["wrong issuer"] = Sign(ours.Credentials, issuer: "elsewhere"),
            ["no end"] = Sign(ours.Credentials, expires: false),
            ["no session"] = Sign(ours.Credentials, sid: null),
            ["a session that is not there"] = Sign(ours.Credentials, sid: Guid.CreateVersion7().ToString()),
            ["garbage"] = "e30.e30.e30",
        };
        foreach (var (what, token) in forged)
            (await app.ClientOf(token).GetAsync("/api/v1/me")).Status.ShouldBe(HttpStatusCode.Unauthorized, what);
        (await app.ClientOf(Sign(ours.Credentials)).GetAsync("/api/v1/me")).Status.ShouldBe(HttpStatusCode.OK, "the same, not forged");
        (await app.Anonymous.GetAsync("/api/v1/me")).ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.unauthenticated");

        string Sign(SigningCredentials key, string issuer = "mybudget", string audience = "mybudget", bool expires = true, string? sid = "its own", string type = "at+jwt")
        {
            var claims = new Dictionary<string, object> { ["sub"] = user.Id.ToString() };
            if (sid is not null) claims["sid"] = sid == "its own" ? genuine.GetClaim("sid").Value : sid;
            return _handler.CreateToken(new SecurityTokenDescriptor
            {
                Issuer = issuer,
                Audience = audience,
                Claims = claims,
                SigningCredentials = key,
                TokenType = type,
                Expires = expires ? app.Time.GetUtcNow().AddMinutes(5).UtcDateTime : null,
            });
        }
    }

    [Fact]
    public async Task of_one_user_do_not_open_the_session_of_another()
    {
        var (ada, eve) = (await app.RegisterAsync(), await app.RegisterAsync());
        var sid = _handler.ReadJsonWebToken(ada.AccessToken).GetClaim("sid").Value;

        var mixed = TestTokens.For(app.Host, eve.Id, Guid.Parse(sid));

        (await app.ClientOf(mixed).GetAsync("/api/v1/me")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task outlive_a_rotation_of_the_keys()
    {
        var (older, newer) = (Pem(), Pem());
        await using var before = await app.StartHostAsync(("Tokens:SigningKeys:0", older));
        await using var after = await app.StartHostAsync(("Tokens:SigningKeys:0", newer), ("Tokens:SigningKeys:1", older));
        var email = app.NewEmail();
        var old = await TokenAsync(before, "register");
        var fresh = await TokenAsync(after, "login");

        (await app.ClientOf(old, after).GetAsync("/api/v1/me")).ShouldBe(HttpStatusCode.OK);
        (await app.ClientOf(fresh, after).GetAsync("/api/v1/me")).ShouldBe(HttpStatusCode.OK);
        (await app.ClientOf(fresh, before).GetAsync("/api/v1/me")).ShouldBe(HttpStatusCode.Unauthorized);
        var published = (await app.ClientOf(null, after).GetAsync("/.well-known/jwks.json")).Body.GetProperty("keys").EnumerateArray().ToList();
        published.Count.ShouldBe(2);
        published[0].GetProperty("kid").GetString().ShouldBe(_handler.ReadJsonWebToken(fresh).Kid);
        published[1].GetProperty("kid").GetString().ShouldBe(_handler.ReadJsonWebToken(old).Kid);

        async Task<string> TokenAsync(IAlbaHost host, string how)
        {
            object body = how == "register"
                ? new { email, password = IdentityApp.Password, displayName = "Ada" }
                : new { email, password = IdentityApp.Password };
            return (await app.ClientOf(null, host).PostAsync($"/api/v1/auth/{how}", body)).Body.GetProperty("accessToken").GetString()!;
        }
    }

    private static string Pem()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }

    private static string Encode(string json) => Base64UrlEncoder.Encode(json);
}

internal static class TokenReading
{
    public static string PayloadJson(this JsonWebToken token) => Base64UrlEncoder.Decode(token.EncodedPayload);
}

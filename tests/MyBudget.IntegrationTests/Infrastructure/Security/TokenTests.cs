using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using MyBudget.Infrastructure.Security;

namespace MyBudget.IntegrationTests.Infrastructure.Security;

/// <summary>Tokens that must not be believed; each differs from a good one in a single thing.</summary>
public sealed class TokenTests(AppFixture app)
{
    private const string Path = "/api/v1/ledgers";

    private SigningKeys Keys => app.Host.Services.GetRequiredService<SigningKeys>();

    private DateTime Now => app.Host.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;

    [Fact]
    public async Task a_good_one_is_believed() => (await SendAsync(Sign(await GoodAsync()))).ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task one_that_is_not_of_now_is_refused()
    {
        await RefuseAsync(token => (token.IssuedAt, token.Expires) = (Now.AddHours(-2), Now.AddHours(-1)));
        await RefuseAsync(token => token.NotBefore = Now.AddMinutes(5));
        await RefuseAsync(token => token.Expires = null);
    }

    [Fact]
    public async Task one_of_or_for_somebody_else_is_refused()
    {
        await RefuseAsync(token => token.Issuer = "somebody");
        await RefuseAsync(token => token.Issuer = null);
        await RefuseAsync(token => token.Audience = "something");
        await RefuseAsync(token => token.Audience = null);
    }

    [Fact]
    public async Task one_with_another_signature_is_refused()
    {
        using var foreign = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await RefuseAsync(token => token.SigningCredentials = Credentials(new ECDsaSecurityKey(foreign)));
        await RefuseAsync(token => token.SigningCredentials = Credentials(new ECDsaSecurityKey(foreign) { KeyId = Keys.All[0].KeyId }));

        var good = Sign(await GoodAsync());
        var unsigned = good[..(good.LastIndexOf('.') + 1)];
        await RefuseAsync(unsigned);
        await RefuseAsync(good[..^4] + (good.EndsWith("AAAA", StringComparison.Ordinal) ? "BBBB" : "AAAA"));
        var header = Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""");
        await RefuseAsync($"{header}.{good.Split('.')[1]}.");
        await RefuseAsync($"{header}.{good.Split('.')[1]}.{good.Split('.')[2]}");
    }

    [Fact]
    public async Task the_public_key_is_no_secret_to_sign_with()
    {
        var key = Keys.All[0].ECDsa;
        foreach (var secret in new[] { key.ExportSubjectPublicKeyInfo(), Encoding.UTF8.GetBytes(key.ExportSubjectPublicKeyInfoPem()) })
        {
            await RefuseAsync(token => token.SigningCredentials = new SigningCredentials(
                new SymmetricSecurityKey(secret) { KeyId = Keys.All[0].KeyId }, SecurityAlgorithms.HmacSha256));
        }
    }

    [Fact]
    public async Task one_that_names_no_user_or_no_sign_in_is_refused()
    {
        await RefuseAsync(token => token.Subject = new ClaimsIdentity([Sub(token)]));
        await RefuseAsync(token => token.Subject = new ClaimsIdentity([Sid(token)]));
        await RefuseAsync(token => token.Subject = new ClaimsIdentity([Sub(token), new Claim("sid", "7")]));
        await RefuseAsync(token => token.Subject = new ClaimsIdentity([Sub(token), new Claim("sid", Guid.CreateVersion7().ToString())]));
        await RefuseAsync(token => token.Subject = new ClaimsIdentity([new Claim("sub", Guid.CreateVersion7().ToString()), Sid(token)]));
    }

    [Fact]
    public async Task one_of_a_sign_in_that_has_ended_is_refused()
    {
        var good = await GoodAsync();
        (await SendAsync(Sign(good))).ShouldBe(HttpStatusCode.OK);

        await using var documents = app.Host.Services.GetRequiredService<IDocumentStore>().LightweightSession("outside");
        var session = await documents.LoadAsync<SignInSession>(Guid.Parse(Sid(good).Value), TestContext.Current.CancellationToken);
        documents.Store(session! with { EndedAt = session.CreatedAt, EndedBy = "revoked" });
        await documents.SaveChangesAsync(TestContext.Current.CancellationToken);
        await RefuseAsync(Sign(good));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("a.b.c")]
    [InlineData("....")]
    [InlineData("eyJhbGciOiJFUzI1NiJ9.e30.")]
    public Task garbage_is_refused(string token) => RefuseAsync(token);

    [Fact]
    public Task an_enormous_one_is_refused() => RefuseAsync($"{new string('a', 8_000)}.{new string('b', 8_000)}.c");

    private async Task<SecurityTokenDescriptor> GoodAsync()
    {
        var user = await app.SignInAsync();
        var read = new JsonWebTokenHandler().ReadJsonWebToken(user.Token);
        return new SecurityTokenDescriptor
        {
            Issuer = read.Issuer,
            Audience = read.Audiences.Single(),
            IssuedAt = Now,
            Expires = Now.AddMinutes(10),
            Subject = new ClaimsIdentity([read.GetClaim("sub"), read.GetClaim("sid")]),
            SigningCredentials = Keys.Credentials,
        };
    }

    private async Task RefuseAsync(Action<SecurityTokenDescriptor> spoil)
    {
        var token = await GoodAsync();
        spoil(token);
        await RefuseAsync(Sign(token));
    }

    private async Task RefuseAsync(string token)
    {
        var answer = await SendAsync(token);
        answer.ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.unauthenticated");
        var said = answer.Text + string.Join(' ', answer.Headers.WwwAuthenticate);
        foreach (var detail in new[] { "IDX", "signature", "expired at", "issuer", "audience", "Exception", "lifetime" })
            said.ShouldNotContain(detail, Case.Insensitive);
    }

    private Task<ApiResponse> SendAsync(string token) =>
        new ApiClient(app.Host.Server.CreateClient(), Guid.Empty, null).GetAsync(Path, ("Authorization", $"Bearer {token}"));

    private static string Sign(SecurityTokenDescriptor token) => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);

    private static SigningCredentials Credentials(ECDsaSecurityKey key) => new(key, SecurityAlgorithms.EcdsaSha256);

    private static Claim Sub(SecurityTokenDescriptor token) => token.Subject.FindFirst("sub")!;

    private static Claim Sid(SecurityTokenDescriptor token) => token.Subject.FindFirst("sid")!;
}

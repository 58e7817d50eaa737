using OtpNet;

namespace MyBudget.Features.Identity.AddFactor;

internal sealed record AddFactor(Guid UserId, Guid SessionId, AddFactorRequest Details) : ICommand<BegunFactor>;

/// <param name="Id">Of the factor.</param>
/// <param name="Secret">160 random bits in Base32, to type into the app.</param>
/// <param name="Uri"><c>otpauth</c>, to show to the app as a QR code: SHA-1, six digits, 30 seconds, as all apps have it.</param>
internal sealed record BegunFactor(Guid Id, string Secret, string Uri);

internal sealed class AddFactorHandler(IDocumentSession session, RecentProof proof, SecondFactors factors) : IRequestHandler<AddFactor, BegunFactor>
{
    private const string Issuer = "MyBudget";

    public async Task<BegunFactor> Handle(AddFactor command, CancellationToken cancellationToken)
    {
        await proof.EnsureAsync(cancellationToken);
        var credentials = await session.LockAsync<Credentials>(command.UserId, cancellationToken) ?? throw Unauthenticated();
        var secret = KeyGeneration.GenerateRandomKey(OtpHashMode.Sha1);
        var id = await factors.AddAsync(command.UserId, command.SessionId, command.Details.Name!.Trim(), secret, cancellationToken);
        await session.SaveChangesAsync(cancellationToken);
        return new BegunFactor(id, Base32Encoding.ToString(secret), new OtpUri(OtpType.Totp, secret, credentials.Email, Issuer).ToString());
    }

    private static ProblemException Unauthenticated() => new(StatusCodes.Status401Unauthorized, "auth.unauthenticated", "Sign in first.");
}

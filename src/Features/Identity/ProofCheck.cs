namespace MyBudget.Features.Identity;

/// <summary>Asks a user who is signed in to show again who they are, in the way that they have.</summary>
internal sealed class ProofCheck(PasswordCheck password, FirebaseCheck firebase)
{
    public Task EnsureAsync(Guid userId, IdentityProof proof, string network, CancellationToken cancellationToken) => proof.IdToken is { } token
        ? firebase.EnsureAsync(userId, token, network, cancellationToken)
        : password.EnsureAsync(userId, proof.Password!, network, cancellationToken);
}

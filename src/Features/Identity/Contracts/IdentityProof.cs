namespace MyBudget.Features.Identity.Contracts;

/// <summary>What a user who is signed in shows once more before they do what is hard to undo: one of the two.</summary>
/// <param name="Password">The user's own.</param>
/// <param name="IdToken">In place of the password: a Firebase ID token of a sign-in in the last five minutes.</param>
public sealed record IdentityProof(string? Password, string? IdToken);

/// <summary>
/// Checks such a proof. The user's credentials stay locked until the scope's session is saved, so that they are still what was checked then.
/// </summary>
/// <param name="network">Where the request comes from; failed attempts are counted by it.</param>
/// <exception cref="RuleViolation"><c>auth.wrong-password</c>, <c>auth.firebase-sign-in-again</c>.</exception>
public delegate Task IdentityCheck(Guid userId, IdentityProof proof, string network, CancellationToken cancellationToken);

namespace MyBudget.Features.Identity.Contracts;

/// <summary>What a user who is signed in shows once more before they do what is hard to undo: one of the first two.</summary>
/// <param name="Password">The user's own.</param>
/// <param name="IdToken">In place of the password: a Firebase ID token of a sign-in in the last five minutes.</param>
/// <param name="Code">Beside either, for a user who has a second factor: a code of it, or a recovery code.</param>
public sealed record IdentityProof(string? Password, string? IdToken, string? Code = null);

/// <summary>
/// Checks such a proof. The user's credentials stay locked until the scope's session is saved, so that they are still what was checked then; a
/// code is used up by that.
/// </summary>
/// <param name="network">Where the request comes from; failed attempts are counted by it.</param>
/// <exception cref="RuleViolation"><c>auth.wrong-password</c>, <c>auth.firebase-sign-in-again</c>, <c>auth.factor-code-needed</c>, <c>auth.factor-code-invalid</c>.</exception>
public delegate Task IdentityCheck(Guid userId, IdentityProof proof, string network, CancellationToken cancellationToken);

/// <summary>Asks that the user of the request's session has shown who they are in the last five minutes: for what has no place for a proof.</summary>
public delegate Task RecentProofCheck(CancellationToken cancellationToken);

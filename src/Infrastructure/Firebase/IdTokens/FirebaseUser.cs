namespace MyBudget.Infrastructure.Firebase.IdTokens;

/// <summary>Whom a verified ID token is about.</summary>
/// <param name="Uid">The user's id in that project, 1 to 128 characters.</param>
/// <param name="Email">As Firebase has it; null for users without one, such as those who signed in by phone or anonymously.</param>
/// <param name="EmailVerified">Whether Firebase vouches for the address.</param>
/// <param name="SignedInAt">When the user last proved to Firebase who they are: not when the token was issued.</param>
internal sealed record FirebaseUser(string ProjectId, string Uid, string? Email, bool EmailVerified, string? Name, DateTimeOffset SignedInAt);

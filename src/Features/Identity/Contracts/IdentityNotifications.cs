namespace MyBudget.Features.Identity.Contracts;

// All are published inside the use case, before its one save: what a handler does with the scope's session is saved with it.

/// <summary>Somebody has registered.</summary>
public sealed record UserRegistered(Guid UserId, string Email, string Locale, DateTimeOffset At) : INotification;

/// <summary>A user has signed in, on what calls itself <paramref name="Device"/>.</summary>
/// <param name="IsNewDevice">Whether it could not prove that this user has signed in there before.</param>
public sealed record UserSignedIn(Guid UserId, Guid SessionId, string? Device, bool IsNewDevice, DateTimeOffset At) : INotification;

/// <summary>A user has shown that mail sent to their address reaches them.</summary>
public sealed record EmailVerified(Guid UserId, string Email, DateTimeOffset At) : INotification;

/// <summary>A password was changed or reset, and other sign-ins were ended by it.</summary>
public sealed record PasswordChanged(Guid UserId, DateTimeOffset At) : INotification;

/// <summary>A user calls themselves something else from now on. Their sign-ins and their profile are locked.</summary>
public sealed record UserRenamed(Guid UserId, DateTimeOffset At) : INotification;

/// <summary>A user is leaving; each feature that keeps something of theirs deletes it now, in the same transaction.</summary>
public sealed record UserErased(Guid UserId, DateTimeOffset At) : INotification;

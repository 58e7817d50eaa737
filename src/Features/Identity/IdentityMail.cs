namespace MyBudget.Features.Identity;

/// <summary>
/// A mail that is due to somebody. Who that is and the code in it are found out when it is sent: so no code waits in the
/// database, and asking for a mail takes as long for an address that nobody has.
/// </summary>
/// <param name="UserId">To whom; null where only an address is known.</param>
/// <param name="Email">The address, normalised, where no user is known.</param>
/// <param name="Device">What signed in; of second factors, what it is about.</param>
/// <param name="Network">From where it signed in.</param>
/// <param name="At">When what it tells of happened.</param>
internal sealed record IdentityMail(IdentityMailKind Kind, Guid? UserId, string? Email, string? Device, DateTimeOffset At, string? Network = null)
{
    private static readonly TimeSpan UsefulFor = TimeSpan.FromHours(1);
    private static readonly TimeSpan NewsFor = TimeSpan.FromDays(3);

    public static IdentityMail Verification(Guid userId, DateTimeOffset at) => new(IdentityMailKind.Verification, userId, null, null, at);

    public static IdentityMail PasswordReset(string email, DateTimeOffset at) => new(IdentityMailKind.PasswordReset, null, email, null, at);

    public static IdentityMail PasswordChanged(Guid userId, DateTimeOffset at) => new(IdentityMailKind.PasswordChanged, userId, null, null, at);

    public static IdentityMail NewSignIn(Guid userId, string? device, string network, DateTimeOffset at) =>
        new(IdentityMailKind.NewSignIn, userId, null, device, at, Caller.Shown(network));

    public static IdentityMail FailedSignIns(Guid userId, DateTimeOffset at) => new(IdentityMailKind.FailedSignIns, userId, null, null, at);

    public static IdentityMail SessionReused(Guid userId, string? device, DateTimeOffset at) =>
        new(IdentityMailKind.SessionReused, userId, null, device, at);

    /// <param name="what">What happened to a second factor.</param>
    /// <param name="userId">Whose.</param>
    /// <param name="name">The factor's; of recovery codes, how many are left.</param>
    /// <param name="at">When.</param>
    public static IdentityMail OfFactor(IdentityMailKind what, Guid userId, string? name, DateTimeOffset at) => new(what, userId, null, name, at);

    public static IdentityMail Of(OutboxMessage message) => JsonSerializer.Deserialize<IdentityMail>(message.Payload, StoredJson.Options)!;

    public OutboxMessage ToMessage() => new(
        Guid.CreateVersion7(At), IdentityMailChannel.ChannelName, UserId, JsonSerializer.Serialize(this, StoredJson.Options),
        DueAt: At, ExpiresAt: At + (Kind is IdentityMailKind.Verification or IdentityMailKind.PasswordReset ? UsefulFor : NewsFor));
}

internal enum IdentityMailKind
{
    Verification,
    PasswordReset,
    PasswordChanged,
    NewSignIn,
    FailedSignIns,
    SessionReused,
    FactorAdded,
    FactorRemoved,
    FactorsReset,
    RecoveryCodesRenewed,
    RecoveryCodeUsed,
    FewRecoveryCodes,
    WrongFactorCodes,
}

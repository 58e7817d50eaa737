namespace MyBudget.Features.Identity.Register;

internal sealed record Register(RegisterRequest Details, string? Installation, Caller Caller) : ICommand<Tokens>;

internal sealed class RegisterHandler(
    IDocumentSession session, Attempts attempts, PasswordHasher hasher, BreachedPasswords breached, SignIns signIns, IMediator mediator, TimeProvider time)
    : IRequestHandler<Register, Tokens>
{
    public async Task<Tokens> Handle(Register command, CancellationToken cancellationToken)
    {
        var details = command.Details;
        var email = EmailAddress.Normalize(details.Email!);
        var place = new Place(command.Caller.Network, command.Installation);
        await attempts.CountAsync(AttemptKind.Register, email, place.From, cancellationToken);
        if (await session.Query<Credentials>().AnyAsync(known => known.Email == email, cancellationToken)) throw Taken();
        await breached.EnsureUnknownAsync("Password", details.Password!, cancellationToken);

        var now = time.GetUtcNow();
        var user = new UserProfile(
            Guid.CreateVersion7(now), details.Email!.Trim(), EmailVerified: false, details.DisplayName!.Trim(),
            details.Locale ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, details.TimeZone ?? "UTC", CreatedAt: now, Version: 1);
        var hash = await hasher.HashAsync(details.Password!, cancellationToken);

        session.Insert(user);
        session.Insert(new Credentials(user.Id, email, hash));
        var signedIn = signIns.Begin(user, SignIns.DeviceOf(details.Device, command.Caller), place);
        await mediator.Publish(new UserRegistered(user.Id, user.Email, user.Locale, now), cancellationToken);
        session.Enqueue(IdentityMail.Verification(user.Id, now).ToMessage());
        try
        {
            await session.SaveChangesAsync(cancellationToken);
        }
        catch (Exception lost) when (IsTaken(ExceptionProblems.Find<PostgresException>(lost)))
        {
            throw Taken();
        }

        attempts.Succeeded(AttemptKind.Register, place.From);
        return signedIn.Tokens;
    }

    /// <remarks>
    /// This tells who has an account. The alternative, to answer the same and explain by mail, would make a first sign-in wait for
    /// mail on every self-hosted server, many of which have none; attempts are limited per address instead.
    /// </remarks>
    private static RuleViolation Taken() => RuleViolation.Conflict("auth.email-taken", "There is already an account with this e-mail address.");

    private static bool IsTaken(PostgresException? refusal) =>
        refusal is { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: Credentials.UniqueEmail };
}

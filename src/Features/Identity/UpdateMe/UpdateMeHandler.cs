namespace MyBudget.Features.Identity.UpdateMe;

internal sealed record UpdateMe(Guid UserId, MergePatch Patch, IfMatch IfMatch) : ICommand<UserProfile?>;

/// <summary>What a user may change about themselves. None of it can be removed.</summary>
/// <param name="DisplayName">1 to 100 characters.</param>
/// <param name="Locale"><c>en</c> or <c>ru</c>.</param>
/// <param name="TimeZone">IANA.</param>
internal sealed record ProfileDetails(string? DisplayName, string? Locale, string? TimeZone);

internal sealed class UpdateMeHandler(
    IDocumentSession session, IValidator<ProfileDetails> validator, IMediator mediator, TimeProvider time) : IRequestHandler<UpdateMe, UserProfile?>
{
    public async Task<UserProfile?> Handle(UpdateMe command, CancellationToken cancellationToken)
    {
        // Who enters a ledger, or creates one, locks their sign-in: either another name is told there too, or it is found there. Sign-ins come
        // before the profile, as for who leaves or sets a new password.
        await session.BeginAsync(cancellationToken);
        await session.DocumentsAsync<SignInSession>($"where user_id = {command.UserId} and ended_at is null order by id for update", cancellationToken);
        // Patches are laid over what the last writer left, so that two devices that change different members both succeed.
        var user = await session.LockAsync<UserProfile>(command.UserId, cancellationToken);
        if (user is null) return null;
        command.IfMatch.Ensure(user.Version);

        var details = command.Patch.ApplyTo<ProfileDetails>(user);
        await validator.ValidateAndThrowAsync(details, cancellationToken);
        var changed = user with { DisplayName = details.DisplayName!.Trim(), Locale = details.Locale!, TimeZone = details.TimeZone! };
        if (changed == user) return user;

        changed = changed with { Version = user.Version + 1 };
        session.Store(changed);
        if (changed.DisplayName != user.DisplayName) await mediator.Publish(new UserRenamed(user.Id, time.GetUtcNow()), cancellationToken);
        await session.SaveChangesAsync(cancellationToken);
        return changed;
    }
}

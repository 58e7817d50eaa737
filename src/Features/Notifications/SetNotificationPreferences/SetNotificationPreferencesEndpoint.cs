namespace MyBudget.Features.Notifications.SetNotificationPreferences;

internal static class SetNotificationPreferencesEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPut("/", async (PreferencesInput body, IfMatch ifMatch, CurrentUser user, IMediator mediator, CancellationToken ct) =>
        {
            var preferences = await mediator.Send(new SetNotificationPreferences(user.UserId, body, ifMatch), ct);
            return new Tagged<PreferencesView>(PreferencesView.Of(preferences), EntityTag.Of(preferences.Version));
        })
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("Replace what the user wants to be told; what is absent is as for a new user")
        .Produces<PreferencesView>();
}

/// <param name="Enabled">The global switch of pushes; true by default.</param>
/// <param name="HideAmounts">Pushes name no amounts and payees; false by default.</param>
/// <param name="QuietHours">When pushes wait, <c>{"from":"22:00","to":"07:00"}</c> by the clock of the user's time zone; none by default.</param>
/// <param name="SyncMessages">Whether devices are told silently that a ledger has changed; true by default.</param>
/// <param name="Kinds">By kind; those absent are told everywhere, but memberChange and memberDeletion nowhere.</param>
internal sealed record PreferencesInput(
    bool? Enabled, bool? HideAmounts, QuietHours? QuietHours, bool? SyncMessages, IReadOnlyDictionary<NotificationKind, KindPreference>? Kinds);

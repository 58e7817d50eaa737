using MyBudget.Infrastructure.Operations.Retention;

namespace MyBudget.Infrastructure.Security;

internal static class AttemptsSetup
{
    public static IServiceCollection AddAttempts(this IServiceCollection services)
    {
        services.AddSettings<AttemptSettings>(AttemptSettings.Section).Validate(
            settings => AttemptKind.All.Select(kind => kind.LimitIn(settings)).All(limit =>
                limit is { PerAccountAndAddress: >= 0, PerAccount: > 0, PerAddress: >= 0 } && limit.Window > TimeSpan.Zero),
            $"{AttemptSettings.Section}: PerAccount and Window are more than 0, and no limit is less.");
        services.AddRetentionRule(new("Attempts", Attempts.Table, "resets_at < $1", TimeSpan.Zero, IsFixed: true));
        services.AddSettings<SecuritySettings>(SecuritySettings.Section)
            .Validate(settings => settings.GivenContacts.All(SecuritySettings.IsContact),
                $"{SecuritySettings.Section}:{nameof(SecuritySettings.Contacts)} holds something that is neither a mailto: nor an https: address.");
        services.AddSingleton<SecurityEvents>();
        services.AddSingleton<Attempts>();
        return services;
    }
}

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
        services.AddSettings<SecuritySettings>(SecuritySettings.Section);
        services.AddSingleton<SecurityEvents>();
        services.AddSingleton<Attempts>();
        return services;
    }
}

using MyBudget.Infrastructure.Operations.Retention;

namespace MyBudget.Infrastructure.Security;

internal static class AttemptsSetup
{
    public static IServiceCollection AddAttempts(this IServiceCollection services)
    {
        services.AddSettings<AttemptSettings>(AttemptSettings.Section).Validate(
            settings => new[] { settings.Login, settings.Register, settings.Mail, settings.Code, settings.Password, settings.Invite, settings.Join }
                .All(limit => limit is { PerAccount: > 0, PerAddress: > 0 } && limit.Window > TimeSpan.Zero)
                && settings.Invited is { PerAccount: > 0 } && settings.Invited.Window > TimeSpan.Zero,
            $"{AttemptSettings.Section}: PerAccount, PerAddress and Window are more than 0.");
        services.AddRetentionRule(new("Attempts", Attempts.Table, "resets_at < $1", TimeSpan.Zero, IsFixed: true));
        services.AddSingleton<Attempts>();
        return services;
    }
}

namespace MyBudget.Infrastructure.Operations.Retention;

internal static class RetentionSetup
{
    /// <summary>Deletes what the rules say is done with, on one replica at a time.</summary>
    public static IServiceCollection AddRetention(this IServiceCollection services)
    {
        const string keep = $"{RetentionSettings.Section}:{nameof(RetentionSettings.Keep)}";
        services.AddSettings<RetentionSettings>(RetentionSettings.Section)
            .Validate(settings => settings.Every > TimeSpan.Zero, $"{RetentionSettings.Section}:{nameof(RetentionSettings.Every)} is more than 0.")
            .Validate(settings => settings.Keep.Values.All(time => time >= TimeSpan.Zero), $"{keep}: nothing is kept for less than no time.")
            .Validate<IEnumerable<RetentionRule>>(
                (settings, rules) => settings.Keep.Keys.All(name => rules.Any(rule => !rule.IsFixed && rule.IsCalled(name))),
                $"{keep} names something that there is no rule for.");
        services.AddSingleton<RetentionMetrics>();
        services.AddSingleton<RetentionJob>();
        services.AddHostedService(provider => provider.GetRequiredService<RetentionJob>());
        return services;
    }

    public static IServiceCollection AddRetentionRule(this IServiceCollection services, RetentionRule rule) => services.AddSingleton(rule);
}

namespace MyBudget.Infrastructure.Firebase.Hooks;

internal static class HooksSetup
{
    private const int ShortestSecret = 16;

    public static IServiceCollection AddHooks(this IServiceCollection services)
    {
        services.AddOptions<FirebaseSettings>()
            .Validate(settings => settings.HookSecret is not { Length: > 0 and < ShortestSecret }, $"Firebase:HookSecret has at least {ShortestSecret} characters.");
        services.AddSingleton<SignedHooks>();
        return services;
    }
}

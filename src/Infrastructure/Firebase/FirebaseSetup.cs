using MyBudget.Infrastructure.Firebase.Hooks;
using MyBudget.Infrastructure.Firebase.IdTokens;
using MyBudget.Infrastructure.Firebase.Messaging;
using MyBudget.Infrastructure.Firebase.RemoteConfig;

namespace MyBudget.Infrastructure.Firebase;

internal static class FirebaseSetup
{
    private const int ShortestSecret = 16;

    public static WebApplicationBuilder AddFirebase(this WebApplicationBuilder builder)
    {
        builder.Services.AddSettings<FirebaseSettings>(FirebaseSettings.Section)
            .Validate(
                settings => settings.HookSecret is not { Length: > 0 and < ShortestSecret },
                $"Firebase:HookSecret has at least {ShortestSecret} characters.")
            .Validate(
                settings => settings.RemoteConfigInterval > TimeSpan.Zero && settings.RemoteConfigInterval <= TimeSpan.FromDays(1),
                "Firebase:RemoteConfigInterval is more than nothing and at most a day.")
            .Validate<IConfiguration, IHostEnvironment>(
                (_, configuration, environment) => environment.IsDevelopment() || string.IsNullOrEmpty(configuration[AuthEmulator.Variable]),
                $"{AuthEmulator.Variable} is set, but the emulator signs nothing: anybody could be anybody. It is for development only; unset it.");
        builder.Services.AddSingleton<GoogleAccess>();
        builder.Services.AddSingleton<SignedHooks>();
        builder.Services.AddIdTokens();
        builder.Services.AddFcm();
        builder.Services.AddRemoteConfig();
        return builder;
    }
}

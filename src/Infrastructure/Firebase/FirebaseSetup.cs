using MyBudget.Infrastructure.Firebase.Hooks;
using MyBudget.Infrastructure.Firebase.IdTokens;
using MyBudget.Infrastructure.Firebase.Messaging;
using MyBudget.Infrastructure.Firebase.RemoteConfig;
using MyBudget.Infrastructure.Operations.Configuration;

namespace MyBudget.Infrastructure.Firebase;

internal static class FirebaseSetup
{
    public static WebApplicationBuilder AddFirebase(this WebApplicationBuilder builder)
    {
        builder.Services.AddSettings<FirebaseSettings>(FirebaseSettings.Section);
        builder.Services.AddSingleton<GoogleAccess>();
        builder.Services.AddIdTokens();
        builder.Services.AddFcm();
        builder.Services.AddHooks();
        builder.Services.AddRemoteConfig();
        return builder;
    }
}

using MyBudget.Infrastructure.Firebase.Hooks;
using MyBudget.Infrastructure.Firebase.IdTokens;

namespace MyBudget.Infrastructure.Firebase;

internal static class FirebaseSetup
{
    public static WebApplicationBuilder AddFirebase(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<FirebaseSettings>().BindConfiguration(FirebaseSettings.Section);
        builder.Services.AddIdTokens();
        builder.Services.AddHooks();
        return builder;
    }
}

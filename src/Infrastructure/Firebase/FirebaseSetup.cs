namespace MyBudget.Infrastructure.Firebase;

internal static class FirebaseSetup
{
    public static WebApplicationBuilder AddFirebase(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<FirebaseSettings>().BindConfiguration(FirebaseSettings.Section);
        return builder;
    }
}

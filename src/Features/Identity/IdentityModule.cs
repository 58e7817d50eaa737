using Carter;
using MyBudget.Features.Identity.AddFactor;
using MyBudget.Features.Identity.ChangePassword;
using MyBudget.Features.Identity.ConfirmFactor;
using MyBudget.Features.Identity.DeleteMe;
using MyBudget.Features.Identity.EndSession;
using MyBudget.Features.Identity.EndSessions;
using MyBudget.Features.Identity.ExportMe;
using MyBudget.Features.Identity.ForgetFirebaseUser;
using MyBudget.Features.Identity.ForgotPassword;
using MyBudget.Features.Identity.GetMe;
using MyBudget.Features.Identity.ListFactors;
using MyBudget.Features.Identity.ListSessions;
using MyBudget.Features.Identity.LogIn;
using MyBudget.Features.Identity.LogOut;
using MyBudget.Features.Identity.PublishKeys;
using MyBudget.Features.Identity.Reauthenticate;
using MyBudget.Features.Identity.Refresh;
using MyBudget.Features.Identity.Register;
using MyBudget.Features.Identity.RemoveFactor;
using MyBudget.Features.Identity.RenameSession;
using MyBudget.Features.Identity.RenewRecoveryCodes;
using MyBudget.Features.Identity.ResendVerification;
using MyBudget.Features.Identity.ResetPassword;
using MyBudget.Features.Identity.SignInWithFactor;
using MyBudget.Features.Identity.SignInWithFirebase;
using MyBudget.Features.Identity.UpdateMe;
using MyBudget.Features.Identity.VerifyEmail;

namespace MyBudget.Features.Identity;

public sealed class IdentityModule : ICarterModule, IFeature
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<SignIns>();
        services.AddScoped<KnownPlaces>();
        services.AddScoped<PasswordCheck>();
        services.AddScoped<NewPasswords>();
        // Its addresses have digits of passwords' hashes, which belong into no log.
        services.AddHttpClient<BreachedPasswords>(client => (client.Timeout, client.MaxResponseContentBufferSize) = (TimeSpan.FromSeconds(2), 1024 * 1024))
            .RemoveAllLoggers();
        services.AddScoped<FirebaseCheck>();
        services.AddScoped<ProofCheck>();
        services.AddScoped<IdentityCheck>(provider => provider.GetRequiredService<ProofCheck>().EnsureAsync);
        services.AddScoped<RecentProof>();
        services.AddScoped<RecentProofCheck>(provider => provider.GetRequiredService<RecentProof>().EnsureAsync);
        services.AddFactors();
        services.AddScoped<FirebaseUsers>();
        services.AddScoped<MailCodes>();
        services.AddScoped<IdentityMails>();
        services.AddSingleton<IOutboxChannel, IdentityMailChannel>();
        services.AddScoped<IExportSource, ProfileExport>();
        services.AddScoped<IExportSource, SessionsExport>();
        services.AddScoped<IExportSource, FirebaseLinksExport>();
        services.AddScoped<IExportSource, FactorsExport>();
        services.AddIdentityRetention();
        services.AddSingleton(new BusinessCount("mybudget.users", "{user}", "Users.", $"select count(*) from {IdentityTables.Profiles}"));
    }

    public void AddRoutes(IEndpointRouteBuilder app)
    {
        var auth = app.MapGroup("/api/v1/auth").WithTags("Sign-in");
        auth.MapUseCases(
            RegisterEndpoint.Map, LogInEndpoint.Map, SignInWithFactorEndpoint.Map, SignInWithFirebaseEndpoint.Map, RefreshEndpoint.Map,
            LogOutEndpoint.Map, VerifyEmailEndpoint.Map, ResendVerificationEndpoint.Map, ForgotPasswordEndpoint.Map,
            ResetPasswordEndpoint.Map, ChangePasswordEndpoint.Map);

        var me = app.MapGroup("/api/v1/me").WithTags("Me");
        me.MapUseCases(
            GetMeEndpoint.Map, UpdateMeEndpoint.Map, DeleteMeEndpoint.Map, ExportMeEndpoint.Map,
            ListSessionsEndpoint.Map, RenameSessionEndpoint.Map, EndSessionEndpoint.Map, EndSessionsEndpoint.Map,
            ReauthenticateEndpoint.Map, ListFactorsEndpoint.Map, AddFactorEndpoint.Map, ConfirmFactorEndpoint.Map, RemoveFactorEndpoint.Map,
            RenewRecoveryCodesEndpoint.Map);

        app.MapGroup("/api/v1/internal/firebase").WithTags("Internal").MapUseCases(ForgetFirebaseUserEndpoint.Map);
        app.MapGroup("/.well-known").WithTags("Sign-in").MapUseCases(PublishKeysEndpoint.Map);
    }
}

namespace MyBudget.Infrastructure.RuntimeSettings;

/// <summary>Something that an operator may switch off, and what is said to a client that asks for it then.</summary>
/// <param name="Code">The stable name of the refusal.</param>
internal sealed record FeatureSwitch(Parameter<bool> Parameter, string Code, string English)
{
    public static readonly FeatureSwitch SignUp = new(Parameters.SignUp, "auth.sign-up-closed", "This server takes no new users.");

    public static readonly FeatureSwitch Imports = new(
        Parameters.Imports, "imports.switched-off", "Importing bank files is switched off on this server at the moment.");

    /// <exception cref="ProblemException">It is off; answered as 403.</exception>
    public void EnsureOn(ParameterValues values)
    {
        if (!values.Of(Parameter)) throw new ProblemException(StatusCodes.Status403Forbidden, Code, English);
    }
}

internal static class FeatureSwitches
{
    /// <summary>Refuses the route while the feature is off: after the user is known, before the body is read.</summary>
    public static RouteHandlerBuilder SwitchedBy(this RouteHandlerBuilder route, FeatureSwitch feature) =>
        route.WithMetadata(feature).ProducesProblem(StatusCodes.Status403Forbidden);

    public static void UseFeatureSwitches(this IApplicationBuilder app)
    {
        var values = app.ApplicationServices.GetRequiredService<ParameterValues>();
        app.Use((context, next) =>
        {
            context.GetEndpoint()?.Metadata.GetMetadata<FeatureSwitch>()?.EnsureOn(values);
            return next(context);
        });
    }
}

namespace MyBudget.Features.Identity;

/// <summary>What a sign-in comes to: tokens, or the question for a second factor.</summary>
internal sealed record SignInAnswer(Tokens? Tokens, FactorChallenge? Challenge = null)
{
    public static implicit operator SignInAnswer(Tokens tokens) => new(tokens);

    public static implicit operator SignInAnswer(FactorChallenge challenge) => new(null, challenge);
}

/// <param name="Challenge">Goes with a code to <c>auth/factor</c>.</param>
/// <param name="ExpiresIn">Seconds.</param>
/// <param name="Installation">To which it is bound.</param>
internal sealed record FactorChallenge(string Challenge, int ExpiresIn, string Installation)
{
    /// <summary>The problem that asks for the second factor.</summary>
    /// <param name="tellsInstallation">Whether the client has to keep it itself.</param>
    public ProblemException ToProblem(bool tellsInstallation)
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal) { ["challenge"] = Challenge, ["expiresIn"] = ExpiresIn };
        if (tellsInstallation) members["installation"] = Installation;
        return new ProblemException(StatusCodes.Status403Forbidden, "auth.factor-needed", "Now enter a code of your second factor.") { Arguments = members };
    }
}

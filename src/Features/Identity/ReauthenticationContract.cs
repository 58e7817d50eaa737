namespace MyBudget.Features.Identity;

/// <summary>What the contract says of routes that ask for a recent proof.</summary>
internal static class ReauthenticationContract
{
    public const string Needed =
        "403 `auth.proof-needed`: the session was neither begun nor proven by `POST me/reauthentication` in the last five minutes.";
}

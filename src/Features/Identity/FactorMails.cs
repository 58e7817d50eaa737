namespace MyBudget.Features.Identity;

/// <summary>What is mailed of second factors, in English.</summary>
internal static class FactorMails
{
    /// <returns>The text's code, subject and body; null for mails of something else.</returns>
    public static (string Text, string Subject, string Body)? Of(IdentityMailKind kind, string name, string device, string at) => kind switch
    {
        IdentityMailKind.FactorAdded => ("identity.mail.factor-added", "A second factor was added",
            $"""
             Hello {name},

             a second factor was added to your MyBudget account on {at}:

                 {device}

             From now on sign-ins need a code of it. If it was not you, set a new password at once and ask who runs the server to reset your second
             factors.
             """),
        IdentityMailKind.FactorRemoved => ("identity.mail.factor-removed", "A second factor was removed",
            $"""
             Hello {name},

             a second factor of your MyBudget account was removed on {at}:

                 {device}

             If it was not you, set a new password at once.
             """),
        IdentityMailKind.FactorsReset => ("identity.mail.factors-reset", "Your second factors were reset",
            $"""
             Hello {name},

             whoever runs the server has removed all second factors of your MyBudget account, on {at}, and signed you out everywhere. Your password is
             as it was.

             If you did not ask for it, ask them why.
             """),
        IdentityMailKind.RecoveryCodesRenewed => ("identity.mail.recovery-codes-renewed", "You have new recovery codes",
            $"""
             Hello {name},

             new recovery codes were made for your MyBudget account on {at}; those of before are good no longer.

             If it was not you, set a new password at once.
             """),
        IdentityMailKind.RecoveryCodeUsed => ("identity.mail.recovery-code-used", "A recovery code was used",
            $"""
             Hello {name},

             a recovery code of your MyBudget account was used on {at}. Left of them: {device}.

             If it was not you, set a new password at once, and make new recovery codes.
             """),
        IdentityMailKind.FewRecoveryCodes => ("identity.mail.few-recovery-codes", "Few recovery codes are left",
            $"""
             Hello {name},

             a recovery code of your MyBudget account was used on {at}. Left of them: {device}. Make new ones in MyBudget under Profile, before you need
             one and have none.

             If it was not you, set a new password at once.
             """),
        IdentityMailKind.WrongFactorCodes => ("identity.mail.wrong-factor-codes", "Somebody knows your password",
            $"""
             Hello {name},

             somebody signs in to your MyBudget account with your password, but with wrong codes of your second factor. Nobody got in.

             If it was not you, your password is known: set another one, here and wherever else you use it. You will not be told again today.
             """),
        _ => null,
    };
}

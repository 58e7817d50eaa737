namespace MyBudget.BankFiles;

/// <summary>What the balances that a statement tells itself say about its entries.</summary>
internal enum BalanceCheck
{
    /// <summary>Nothing to go by.</summary>
    None,

    /// <summary>What was there before and the entries make what is there after.</summary>
    Proved,

    /// <summary>They do not.</summary>
    Contradicted,
}

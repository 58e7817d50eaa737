namespace MyBudget.Domain;

/// <summary>What a member may do in a ledger; each role includes those before it.</summary>
public enum LedgerRole
{
    /// <summary>Reads everything, changes nothing.</summary>
    Viewer,

    /// <summary>Records and edits.</summary>
    Editor,

    /// <summary>Renames and deletes the ledger and manages its members.</summary>
    Owner,
}

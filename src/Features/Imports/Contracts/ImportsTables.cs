namespace MyBudget.Features.Imports.Contracts;

/// <summary>Where imports are stored, without their rows.</summary>
public static class ImportsTables
{
    public const string Imports = "mt_doc_import";

    /// <summary>What was settled for the next files.</summary>
    public const string Layouts = "mt_doc_import_layout";
}

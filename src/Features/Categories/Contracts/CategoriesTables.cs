namespace MyBudget.Features.Categories.Contracts;

/// <summary>Where categories are stored.</summary>
public static class CategoriesTables
{
    public const string Categories = "mt_doc_category";
}

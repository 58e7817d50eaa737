namespace MyBudget.Features.Categories.Contracts;

public static class CategoriesTables
{
    public const string Categories = "mt_doc_category";
}

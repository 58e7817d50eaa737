namespace MyBudget.Features.Categories;

internal static class CategoriesInOrder
{
    /// <summary>
    /// By kind, then as they were ordered, group by group; what was not comes by name. Unicode order: the same on every server, and right
    /// for any language.
    /// </summary>
    /// <param name="archived">Only those that are, or are not; all if null.</param>
    public static Sql Of(string tenant, bool? archived) =>
        $"""
         select data from (
           select id, data, data->>'kind' as kind, data->>'group' as heading, (data->>'position')::int as position,
             min((data->>'position')::int) over (partition by data->>'kind', data->>'group') as group_position
           from {CategoriesTables.Categories:raw} where tenant_id = {tenant}) c
         where {archived} is null or (data->>'archived')::boolean = {archived}
         order by kind, group_position nulls last, heading collate "und-x-icu", position nulls last, data->>'name' collate "und-x-icu", id
         """;
}

namespace MyBudget.Features.Transactions;

/// <summary>Writes a filter as conditions on the rows of the stored transactions.</summary>
internal static class TransactionWhere
{
    /// <summary>
    /// All that the filter says, for a statement that needs no order: <c>select ... where {TransactionWhere.Of(tenant, filter)}</c>.
    /// </summary>
    public static Sql Of(string tenant, TransactionFilter filter)
    {
        var entries = Entries(tenant, filter);
        Guid[] accounts = TransactionFilter.IdsOf(filter.AccountId);
        if (accounts.Length == 0) return entries.Append(Side(filter, EntryColumns.Own));
        var (own, arrived) = (InAccounts(filter, accounts, EntryColumns.Own), InAccounts(filter, accounts, EntryColumns.Arrived));
        return entries.Append($" and ({own} or {arrived} or {PartIn(filter, accounts)})");
    }

    /// <summary>Whether an index leads to what the filter finds: to text, tags or amounts.</summary>
    public static bool IsIndexed(TransactionFilter filter) =>
        filter.Deleted is not true
        && (filter.MinAmount is not null || filter.MaxAmount is not null || (filter.Q is { } text && TransactionText.HasTrigram(text))
            || HaveTrigrams(filter.Payee) || HaveTrigrams(filter.Tag));

    /// <summary>What the filter says of whole entries, whichever side of them is looked at.</summary>
    public static Sql Entries(string tenant, TransactionFilter filter)
    {
        Sql sql = $"tenant_id = {tenant}";
        sql.Append(filter.Deleted is true ? (Sql)$" and deleted_at is not null and data->>'joinedInto' is null" : $" and deleted_at is null");
        if (TransactionFilter.Given(filter.CategoryId) is { Length: > 0 } categories) sql.Append($" and {Categories(categories)}");
        if (TransactionFilter.Given(filter.Type) is { Length: > 0 } types) sql.Append($" and {AnyOf(types, Type)}");
        if (TransactionFilter.IdTexts(filter.CreatedBy) is { Length: > 0 } users) sql.Append($" and data->>'createdBy' = any ({users})");
        if (TransactionFilter.IdTexts(filter.ImportId) is { Length: > 0 } imports) sql.Append($" and data->>'importId' = any ({imports})");
        if (TransactionFilter.Given(filter.Tag) is { Length: > 0 } tags) sql.Append($" and {AnyOf(tags, TransactionText.HasTag)}");
        if (TransactionFilter.Given(filter.Payee) is { Length: > 0 } payees) sql.Append($" and {AnyOf(payees, Payee)}");
        if (filter.UpdatedSince is { } since && TransactionFilter.TryReadMoment(since, out var moment))
            sql.Append($" and (data->>'updatedAt')::timestamptz >= {moment}");
        if (!string.IsNullOrWhiteSpace(filter.Q)) sql.Append($" and {TransactionText.Contains(filter.Q.Trim())}");
        return sql;
    }

    /// <summary>What it says of the side that is looked at, to go on with after other conditions.</summary>
    public static Sql Side(TransactionFilter filter, EntryColumns side)
    {
        var sql = Days(filter, side);
        if (filter.MinAmount is { } min) sql.Append($" and {side.Amount} >= {min}");
        if (filter.MaxAmount is { } max) sql.Append($" and {side.Amount} <= {max}");
        if (TransactionFilter.Given(filter.Status) is { Length: > 0 } statuses) sql.Append($" and {side.Status} = any ({statuses})");
        return sql;
    }

    /// <summary>The part of it that is a stretch of the list.</summary>
    public static Sql Days(TransactionFilter filter, EntryColumns side)
    {
        var sql = new Sql(0, 0);
        if (filter.From is { } from) sql.Append($" and {side.Date} >= {from}");
        if (filter.To is { } to) sql.Append($" and {side.Date} <= {to}");
        return sql;
    }

    /// <summary>Whether this side is in one of the accounts and is what the filter says.</summary>
    public static Sql InAccounts(TransactionFilter filter, Guid[] accounts, EntryColumns side) =>
        $"({side.Account} = any ({accounts}){Side(filter, side)})";

    private static Sql PartIn(TransactionFilter filter, Guid[] accounts) =>
        $"""
         ({SidesOfAccount.HasPartsTo(accounts)} and exists (
           select from jsonb_array_elements(data->'splits') parts (part) where {InAccounts(filter, accounts, EntryColumns.Parts)}))
         """;

    private static bool HaveTrigrams(string[]? values) =>
        TransactionFilter.Given(values) is { Length: > 0 } given && given.All(TransactionText.HasTrigram);

    private static Sql Categories(string[] categories)
    {
        var named = TransactionFilter.IdTexts([.. categories.Where(category => category != TransactionFilter.NoCategory)]);
        Sql ofNamed =
            $"""
             (data->>'categoryId' = any ({named})
             or exists (select from jsonb_array_elements(data->'splits') as split where split->>'categoryId' = any ({named})))
             """;
        if (named.Length == categories.Length) return ofNamed;
        Sql ofNone =
            $"""
             (data->>'categoryId' is null and transfer_account_id is null
             and (jsonb_array_length(data->'splits') = 0 or data @? '$.splits[*] ? (@.categoryId == null && !exists(@.transfer))'))
             """;
        return named.Length == 0 ? ofNone : $"({ofNamed} or {ofNone})";
    }

    private static Sql Type(string type) => Enum.Parse<TransactionType>(type, ignoreCase: true) switch
    {
        TransactionType.Expense => $"(transfer_account_id is null and {EntryColumns.Own.Amount} < 0)",
        TransactionType.Income => $"(transfer_account_id is null and {EntryColumns.Own.Amount} > 0)",
        TransactionType.Transfer => $"transfer_account_id is not null",
        _ => $"jsonb_array_length(data->'splits') > 0",
    };

    // By the index, and then to the letter.
    private static Sql Payee(string payee) =>
        $"({TransactionText.Contains(payee)} and folded_text(data->>'payee') = {TransactionText.Folded(payee)})";

    private static Sql AnyOf(string[] values, Func<string, Sql> condition)
    {
        var any = new Sql(0, 0);
        foreach (var value in values) any.Append(any.IsEmpty ? condition(value) : $" or {condition(value)}");
        return $"({any})";
    }
}

using Weasel.Core;
using Weasel.Postgresql;
using Weasel.Postgresql.Functions;

namespace MyBudget.Features.Transactions;

/// <summary>
/// Text as it is searched: without case and accents, ё as е, the final sigma as any other, ligatures and wide letters as plain ones. PostgreSQL
/// folds what is stored as well as what is asked for, so both are folded alike, whichever release wrote the row and whatever collation the
/// database has. What these functions answer is stored and indexed: one that is to answer otherwise needs another name.
/// </summary>
internal static class TransactionText
{
    /// <summary>Marks over, under and in letters (Latin, Greek, Cyrillic, Hebrew, Arabic), and characters that nobody sees.</summary>
    private const string Marks =
        @"[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670"
        + @"\u00ad\u200b-\u200f\u20d0-\u20ff\ufe20-\ufe2f\ufeff]+";

    // Most text is ASCII, and folded at a fraction of the cost. The other is composed again in the end: か would be a part of が.
    private const string Fold =
        $"""
         if octet_length(t) = char_length(t) then return lower(t collate "pg_c_utf8"); end if;
         t := lower(regexp_replace(normalize(t, NFKD), '{Marks}', '', 'g') collate "pg_c_utf8");
         t := normalize(translate(t, 'ςłøđħıŧ’‘ʼ‐–—', 'σlodhit''''''---'), NFC);
         return replace(replace(replace(t, 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe');
         """;

    // Payee, note and the notes of splits, line by line.
    private const string Words =
        """
        t := coalesce(data->>'payee', '') || E'\n' || coalesce(data->>'note', '');
        if data->'splits' <> '[]'::jsonb then
          t := t || coalesce((select string_agg(E'\n' || (note #>> '{}'), '') from jsonb_path_query(data->'splits', '$[*].note') as note), '');
        end if;
        """;

    // The day on which the other account has a transfer.
    private const string TransferDate =
        """
        if jsonb_typeof(data->'transfer') is distinct from 'object' then return null; end if;
        return coalesce(data->'transfer'->>'date', data->>'date')::date;
        """;

    public const string Column = "search_text";
    public const string ColumnIs = "transaction_text(data)";
    public const string CreatedAtIs = "transaction_created_at(data)";
    public const string TransferDateIs = "transaction_transfer_date(data)";

    /// <summary>In the order in which they are made: the columns and indexes of the table need them.</summary>
    public static IReadOnlyList<ISchemaObject> Needs =>
    [
        // Whoever owns the database may make these. The second lets an index of trigrams begin with the ledger.
        new Extension("pg_trgm"),
        new Extension("btree_gin"),
        Define("folded_text", "value text", "text", $"declare t text := value;\nbegin\n{Fold}\nend"),
        Define("transaction_text", "data jsonb", "text", $"declare t text;\nbegin\n{Words}\n{Fold}\nend"),
        Define("transaction_created_at", "data jsonb", "timestamp with time zone", "begin\nreturn (data->>'createdAt')::timestamptz;\nend"),
        Define("transaction_transfer_date", "data jsonb", "date", $"begin\n{TransferDate}\nend"),
    ];

    /// <summary>A value folded, once for the statement.</summary>
    public static Sql Folded(string value) => $"(select folded_text({value}))";

    /// <summary>That the searched text contains the value.</summary>
    public static Sql Contains(string value) => Like($"{Column:raw}", value, $"folded_text({value})");

    /// <summary>That the tags have the value: as a member of their JSON, in quotes and escaped as there.</summary>
    public static Sql HasTag(string value) => Like($"folded_text(data->>'tags')", value, $"folded_text(to_jsonb({value}::text)::text)");

    /// <summary>Whether the index can be asked for it: it knows three letters or digits in a row.</summary>
    public static bool HasTrigram(string value)
    {
        var run = 0;
        foreach (var character in UnicodeForm.Of(value, NormalizationForm.FormKD))
        {
            if (char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark) continue;
            run = char.IsLetterOrDigit(character) ? run + 1 : 0;
            if (run == 3) return true;
        }

        return false;
    }

    // Of what folds to nothing there is nothing to find. The pattern is made once for the statement. Without a trigram the index would be read from end to end, so it is kept away.
    private static Sql Like(Sql text, string value, Sql folded)
    {
        if (!HasTrigram(value)) text.Append($" || ''");
        return $@"{text} like (select '%' || replace(replace(replace(nullif({folded}, ''), '\', '\\'), '%', '\%'), '_', '\_') || '%')";
    }

    // Spelled as PostgreSQL says it, by which Marten compares.
    private static Function Define(string name, string parameter, string returns, string body) => Function.ForSql(
        $"CREATE OR REPLACE FUNCTION public.{name}({parameter})\n RETURNS {returns}\n LANGUAGE plpgsql\n IMMUTABLE PARALLEL SAFE\n"
        + $"AS $function$\n{body}\n$function$;");
}

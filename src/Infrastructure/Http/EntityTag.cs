namespace MyBudget.Infrastructure.Http;

/// <summary>The <c>ETag</c> of a single resource: its version, a number that grows with every change of it (RFC 9110, 8.8.3).</summary>
public static class EntityTag
{
    public static string Of(long version) => $"\"{version}\"";

    /// <summary>The tag of a resource whose body also shows totals that change without it: its version, then their revision.</summary>
    public static string Of(long version, long totals) => $"\"{version}-{totals}\"";

    /// <summary>
    /// The same of totals that a former release reckoned otherwise: <paramref name="reckoning"/> was added, or has grown, since then, so that
    /// nobody takes what they hold from before for current.
    /// </summary>
    public static string Of(long version, long totals, int reckoning) => $"\"{version}-{totals}-{reckoning}\"";

    /// <summary>Writes the tag, and tells whether the client has that representation already (<c>If-None-Match</c>).</summary>
    public static bool IsCurrent(HttpContext context, string tag)
    {
        context.Response.Headers.ETag = tag;
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method)) return false;

        return IfNoneMatch.Of(context.Request).Includes(tag);
    }
}

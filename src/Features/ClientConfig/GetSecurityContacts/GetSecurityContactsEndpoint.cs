using Microsoft.AspNetCore.Http.HttpResults;

namespace MyBudget.Features.ClientConfig.GetSecurityContacts;

internal static class GetSecurityContactsEndpoint
{
    /// <summary>What is fetched tells until when it is good; it is made at each request.</summary>
    private static readonly TimeSpan GoodFor = TimeSpan.FromDays(30);

    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/security.txt", Results<ContentHttpResult, NotFound> (IOptions<SecuritySettings> settings, TimeProvider time, HttpResponse response) =>
        {
            if (settings.Value.GivenContacts is not { Count: > 0 } contacts) return TypedResults.NotFound();
            response.Headers.CacheControl = "public, max-age=300";
            return TypedResults.Text(Write(contacts, time.GetUtcNow() + GoodFor), "text/plain", Encoding.UTF8);
        })
        .AllowAnonymous()
        .WithSummary("Where a weakness of this server is reported (security.txt, RFC 9116)")
        .Produces<string>(StatusCodes.Status200OK, "text/plain")
        .Refuses(StatusCodes.Status404NotFound);

    private static string Write(IReadOnlyList<string> contacts, DateTimeOffset expires) =>
        string.Concat(contacts.Select(contact => $"Contact: {contact}\n"))
        + string.Create(CultureInfo.InvariantCulture, $"Expires: {expires:yyyy-MM-dd'T'HH:mm:ss'Z'}\nPreferred-Languages: en, ru\n");
}

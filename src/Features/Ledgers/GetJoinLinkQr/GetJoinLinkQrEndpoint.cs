using Microsoft.AspNetCore.Http.HttpResults;

namespace MyBudget.Features.Ledgers.GetJoinLinkQr;

internal static class GetJoinLinkQrEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/join-links/{id:guid}/qr", async Task<Results<FileContentHttpResult, NotFound>> (
            Guid ledgerId, Guid id, HttpContext http, JoinLinks links, CancellationToken ct) =>
        {
            if (await links.GetAsync(ledgerId, id, ct) is not { Way: { } way }) return TypedResults.NotFound();
            http.Response.Headers.Vary = "Accept";
            return IsPngWanted(http.Request)
                ? TypedResults.Bytes(QrPicture.Png(way), QrPicture.PngType)
                : TypedResults.Bytes(QrPicture.Svg(way), QrPicture.SvgType);
        })
        .RequireAuthorization(Policies.LedgerOwner)
        .WithSummary("A QR code of a join link, as `Accept` asks: image/svg+xml, or image/png")
        .Produces<FileContentHttpResult>(StatusCodes.Status200OK, QrPicture.SvgType, QrPicture.PngType);

    private static bool IsPngWanted(HttpRequest request)
    {
        var wanted = request.GetTypedHeaders().Accept.OrderByDescending(type => type.Quality ?? 1).Select(type => type.MediaType.Value).ToList();
        var (png, svg) = (wanted.IndexOf(QrPicture.PngType), wanted.IndexOf(QrPicture.SvgType));
        return png >= 0 && (svg < 0 || png < svg);
    }
}

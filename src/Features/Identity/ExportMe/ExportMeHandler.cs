using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Json;

namespace MyBudget.Features.Identity.ExportMe;

/// <param name="UserId">Who asks.</param>
/// <param name="Into">The answer's body.</param>
/// <param name="WithReceipts">Whether receipts' bytes are in it.</param>
/// <param name="TakeTime">Called before what may take as long as the client needs.</param>
internal sealed record ExportMe(Guid UserId, PipeWriter Into, bool WithReceipts, Action TakeTime) : IQuery<Unit>;

internal sealed class ExportMeHandler(RecentProof proof, IEnumerable<IExportSource> sources, IOptions<JsonOptions> options, TimeProvider time)
    : IRequestHandler<ExportMe, Unit>
{
    public async Task<Unit> Handle(ExportMe request, CancellationToken cancellationToken)
    {
        await proof.EnsureAsync(cancellationToken);
        using var export = new ExportWriter(request.Into, options.Value.SerializerOptions, request.WithReceipts);
        export.Json.WriteStartObject();
        export.Json.WriteString("exportedAt", time.GetUtcNow());
        foreach (var source in sources.OrderBy(source => source.TakesLong))
        {
            if (source.TakesLong && request.WithReceipts) request.TakeTime();
            export.Json.WritePropertyName(source.Name);
            await source.WriteAsync(export, request.UserId, cancellationToken);
            await export.DrainAsync(cancellationToken);
        }

        export.Json.WriteEndObject();
        await export.FlushAsync(cancellationToken);
        return Unit.Value;
    }
}

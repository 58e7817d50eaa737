using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Json;

namespace MyBudget.Features.Identity.ExportMe;

internal sealed record ExportMe(Guid UserId, PipeWriter Into) : IQuery<Unit>;

internal sealed class ExportMeHandler(RecentProof proof, IEnumerable<IExportSource> sources, IOptions<JsonOptions> options, TimeProvider time)
    : IRequestHandler<ExportMe, Unit>
{
    public async Task<Unit> Handle(ExportMe request, CancellationToken cancellationToken)
    {
        await proof.EnsureAsync(cancellationToken);
        using var export = new ExportWriter(request.Into, options.Value.SerializerOptions);
        export.Json.WriteStartObject();
        export.Json.WriteString("exportedAt", time.GetUtcNow());
        foreach (var source in sources)
        {
            export.Json.WritePropertyName(source.Name);
            await source.WriteAsync(export, request.UserId, cancellationToken);
            await export.DrainAsync(cancellationToken);
        }

        export.Json.WriteEndObject();
        await export.FlushAsync(cancellationToken);
        return Unit.Value;
    }
}

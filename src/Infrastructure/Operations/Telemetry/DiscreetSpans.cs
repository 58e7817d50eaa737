using System.Diagnostics;
using OpenTelemetry;

namespace MyBudget.Infrastructure.Operations.Telemetry;

/// <summary>A request's span names its route. Its path can hold what only the sender should know, and its query what they searched for.</summary>
internal sealed class DiscreetSpans : BaseProcessor<Activity>
{
    private static readonly string[] Private = ["url.path", "url.query", "client.address", "user_agent.original"];

    public override void OnEnd(Activity data)
    {
        if (data.Kind != ActivityKind.Server) return;
        foreach (var tag in Private) data.SetTag(tag, null);
    }
}

namespace MyBudget.Benchmarks.Floor;

/// <summary>A stream of events in which nothing happens: what keeping one open costs at the least.</summary>
internal static class FloorEvents
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    public static async Task KeepOpenAsync(HttpContext http)
    {
        http.Response.ContentType = "text/event-stream";
        await http.Response.WriteAsync("event: ledger\ndata: {}\n\n");
        await http.Response.Body.FlushAsync();
        using var timer = new PeriodicTimer(Silence);
        try
        {
            while (await timer.WaitForNextTickAsync(http.RequestAborted))
            {
                await http.Response.WriteAsync(":\n\n", http.RequestAborted);
                await http.Response.Body.FlushAsync(http.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            // The client has gone.
        }
    }
}

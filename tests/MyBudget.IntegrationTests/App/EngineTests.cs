using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MyBudget.IntegrationTests.App;

/// <summary>A file of the app's tests, run by Vitest against servers that run here.</summary>
internal sealed class EngineTests(RunningServers servers, string file)
{
    private readonly List<string> _said = [];

    /// <summary>The folder of the app's sources.</summary>
    public static DirectoryInfo App
    {
        get
        {
            var at = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(at!.FullName, "MyBudget.sln"))) at = at.Parent;
            return new DirectoryInfo(Path.Combine(at.FullName, "app"));
        }
    }

    /// <param name="schedules">How many.</param>
    /// <param name="record">The name under which a long run is kept.</param>
    /// <param name="onDone">Called each time one of them is done; what it does happens in the middle of the others.</param>
    public async Task ShouldPassAsync(int schedules, string record, Func<int, Task>? onDone = null)
    {
        var vitest = Path.Combine(App.FullName, "node_modules", "vitest", "vitest.mjs");
        File.Exists(vitest).ShouldBeTrue("The app's packages are missing: run ./mybudget install --app");
        var start = new ProcessStartInfo("node", [vitest, "run", file])
        {
            WorkingDirectory = App.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["MYBUDGET_SERVER"] = string.Join(',', servers.Addresses);
        start.Environment["MYBUDGET_MAIL"] = servers.Mail;
        start.Environment["MYBUDGET_SCHEDULES"] = $"{schedules}";
        start.Environment["MYBUDGET_TELLS"] = "yes";
        if (Records is { Length: > 0 } folder) start.Environment["MYBUDGET_RECORD"] = Path.Combine(folder, $"{record}.json");
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        try
        {
            await ReadAsync(process.StandardOutput, onDone);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }

        process.ExitCode.ShouldBe(0, $"{string.Join('\n', _said)}\n{await errors}");
    }

    /// <summary>Adds to what is kept of a long run what only this side knows, of its last part.</summary>
    public static void Keep(string record, string name, int count)
    {
        if (Records is not { Length: > 0 } folder) return;
        var path = Path.Combine(folder, $"{record}.json");
        var kept = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        kept[name] = count;
        File.WriteAllText(path, $"{kept.ToJsonString(new JsonSerializerOptions { WriteIndented = true })}\n");
    }

    /// <summary>Where long runs are kept, which say how they go on; none of a short run.</summary>
    private static string? Records => Environment.GetEnvironmentVariable("MYBUDGET_RECORDS");

    private async Task ReadAsync(StreamReader output, Func<int, Task>? onDone)
    {
        var done = 0;
        while (await output.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("done ", StringComparison.Ordinal))
            {
                if (onDone is not null) await onDone(++done);
                continue;
            }

            _said.Add(line);
            if (Records is { Length: > 0 }) Console.WriteLine(line);
        }
    }
}

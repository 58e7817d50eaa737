using System.Diagnostics;

namespace MyBudget.Development.EmbeddedPostgres;

/// <summary>Runs programs with an environment of their own, so that PG* variables and secrets of the API stay out of them.</summary>
internal static class ServerProcess
{
    public static async Task<(int ExitCode, string Output)> RunAsync(IEnumerable<string> command, CancellationToken cancellationToken)
    {
        var line = command.ToArray();
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var process = Process.Start(start) ?? throw new EmbeddedPostgresException($"{line[0]} could not be started.");
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, (await output + await errors).Trim());
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    public static async Task<string> ExpectAsync(IEnumerable<string> command, CancellationToken cancellationToken)
    {
        var line = command.ToList();
        var (exitCode, output) = await RunAsync(line, cancellationToken);
        return exitCode == 0
            ? output
            : throw new EmbeddedPostgresException($"`{string.Join(' ', line)}` failed with exit code {exitCode}: {output}");
    }
}

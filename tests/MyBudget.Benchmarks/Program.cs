using System.Runtime.InteropServices;
using MyBudget.Benchmarks;
using MyBudget.Benchmarks.App;
using MyBudget.Benchmarks.Floor;
using MyBudget.Benchmarks.Peers;
using MyBudget.Benchmarks.Pushes;
using MyBudget.Benchmarks.Report;
using MyBudget.Benchmarks.Servers;
using MyBudget.Development.EmbeddedPostgres;

switch (args)
{
    case [Programs.Floor]:
        await FloorServer.RunAsync();
        return 0;
    case [Programs.Empty]:
        await EmptyServer.RunAsync();
        return 0;
    case [Programs.Pushes]:
        await PushFloor.RunAsync();
        return 0;
    case ["--help" or "-h"]:
        Console.WriteLine(BenchOptions.Usage);
        return 0;
}

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
var directory = Directory.CreateTempSubdirectory("mybudget-bench-").FullName;
try
{
    var options = BenchOptions.Parse(args);
    var report = options.App
        ? AppReport.Write(await new AppRun(options).RunAsync(directory, stop.Token))
        : options.Peers
        ? PeerReport.Write(await new PeerRun(options).RunAsync(directory, stop.Token))
        : Report.Write(await new Bench(options).RunAsync(directory, stop.Token));
    Console.WriteLine(report);
    if (options.WriteTo is { } file) ReportFile.Write(file, options.Section, report);
    return 0;
}
catch (FormatException exception)
{
    Console.Error.WriteLine($"bench: {exception.Message}");
    Console.Error.WriteLine(BenchOptions.Usage);
    return 2;
}
catch (EmbeddedPostgresException exception)
{
    Console.Error.WriteLine($"bench: {exception.Message}");
    return 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Console.Error.WriteLine("bench: stopped");
    return 130;
}
finally
{
    Directory.Delete(directory, recursive: true);
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}

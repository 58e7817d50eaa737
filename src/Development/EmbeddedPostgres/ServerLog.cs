namespace MyBudget.Development.EmbeddedPostgres;

/// <summary>The server's own log; one earlier file is kept, so that it does not grow without end.</summary>
internal sealed record ServerLog(string Path)
{
    private const long RotateAbove = 8 * 1024 * 1024;

    public void Rotate()
    {
        if (File.Exists(Path) && new FileInfo(Path).Length > RotateAbove)
            File.Move(Path, Path + ".1", overwrite: true);
    }

    public long Length => File.Exists(Path) ? new FileInfo(Path).Length : 0;

    /// <summary>What was written since the log had <paramref name="length"/> bytes.</summary>
    public async Task<string> SinceAsync(long length, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        file.Position = Math.Min(length, file.Length);
        using var reader = new StreamReader(file);
        return (await reader.ReadToEndAsync(cancellationToken)).Trim();
    }
}

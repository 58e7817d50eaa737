namespace MyBudget.Development;

/// <summary>A signing key made on the first start of a development server, so that tokens survive its restarts.</summary>
internal static class DevelopmentKey
{
    public static string ReadOrCreate(IConfiguration configuration)
    {
        var folder = Path.Combine(DataDirectory.Of(configuration), "keys");
        var file = Path.Combine(folder, "access-tokens.pem");
        if (File.Exists(file)) return File.ReadAllText(file);

        Directory.CreateDirectory(folder);
        using var algorithm = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var draft = $"{file}.{Environment.ProcessId}";
        using (var stream = new StreamWriter(new FileStream(draft, OwnerOnly))) stream.Write(algorithm.ExportPkcs8PrivateKeyPem());
        try
        {
            File.Move(draft, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            // Another process was quicker.
            File.Delete(draft);
        }

        return File.ReadAllText(file);
    }

    private static FileStreamOptions OwnerOnly
    {
        get
        {
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            return options;
        }
    }
}

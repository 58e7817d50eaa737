using System.IO.Compression;
using System.Net.Sockets;
using System.Text;
using MyBudget.IntegrationTests.Infrastructure.Operations;

namespace MyBudget.IntegrationTests.Infrastructure.WebApp;

/// <summary>The program as it is deployed, and a small built app that it serves; beside that lie files that nobody may have.</summary>
public sealed class ServedApp(AppFixture app) : IAsyncLifetime
{
    public const string Page = "<!doctype html><title>MyBudget</title><script type=module src=/assets/app-1a2b3c4d.js></script>";
    public const string Script = "export const greeting = 'Добро пожаловать';";
    public const string Secret = "nobody is to read this";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("mybudget-app-");
    private RunningProgram? _program;
    private HttpClient? _http;

    public string Root => Path.Combine(_directory.FullName, "dist");

    public HttpClient Http => _http!;

    public async ValueTask InitializeAsync()
    {
        Write("index.html", Page, isPacked: true);
        Write("sw.js", "self.addEventListener('fetch', () => {});", isPacked: true);
        Write("manifest.webmanifest", """{"name":"MyBudget"}""", isPacked: true);
        Write("robots.txt", "User-agent: *");
        Write("icons/icon-192.png", "png");
        Write("icons/icon.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>", isPacked: true);
        Write("assets/app-1a2b3c4d.js", Script, isPacked: true);
        Write("assets/app-5e6f7a8b.css", "body { margin: 0 }");
        Write("assets/inter-9c0d1e2f.woff2", "woff2");
        Write("assets/app-1a2b3c4d.js.map.unknown", Secret);
        Write(".env", Secret);
        Write(".git/config.js", Secret);
        Write("assets/.hidden.js", Secret);
        Write("api/v1/client-config.json", Secret);
        Write("version.json", Secret);
        Write("../outside.js", Secret);
        Write("../beyond/file.js", Secret);
        File.CreateSymbolicLink(Path.Combine(Root, "link.js"), Path.Combine(_directory.FullName, "outside.js"));
        File.CreateSymbolicLink(Path.Combine(Root, "assets", "inside.js"), Path.Combine(Root, "sw.js"));
        Directory.CreateSymbolicLink(Path.Combine(Root, "assets", "linked"), Path.Combine(_directory.FullName, "beyond"));
        _program = await RunningProgram.StartAsync("Production", app.ConnectionString, [("App__Root", Root)]);
        _http = new HttpClient { BaseAddress = _program.Address };
    }

    public Task<ApiResponse> GetAsync(string path, params (string, string)[] headers) => SendAsync(HttpMethod.Get, path, headers);

    public Task<ApiResponse> SendAsync(HttpMethod method, string path, params (string, string)[] headers) =>
        new ApiClient(Http, Guid.Empty, null).SendAsync(method, path, null, headers);

    /// <summary>Asks with a target that no client library would send as it is; answers the whole response.</summary>
    public async Task<string> AskAsync(string target, string method = "GET")
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Http.BaseAddress!.Host, Http.BaseAddress.Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        var request = $"{method} {target} HTTP/1.1\r\nHost: budget.example.org\r\nAccept: text/html\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    public void Write(string file, string text, bool isPacked = false)
    {
        var path = Path.GetFullPath(Path.Combine(Root, file));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        if (!isPacked) return;
        using var packed = new BrotliStream(File.Create(path + ".br"), CompressionLevel.Optimal);
        packed.Write(Encoding.UTF8.GetBytes(text));
    }

    public static string Unpack(ApiResponse answer)
    {
        using var unpacked = new StreamReader(new BrotliStream(new MemoryStream(answer.Bytes), CompressionMode.Decompress));
        return unpacked.ReadToEnd();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_program is not null) await _program.DisposeAsync();
        _directory.Delete(recursive: true);
    }
}

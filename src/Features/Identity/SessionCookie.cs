using System.Reflection;

namespace MyBudget.Features.Identity;

/// <summary>
/// Keeps a browser's refresh token in a cookie, out of reach of scripts, where a header asks for it. Without the header the cookie is not
/// looked at: no page of another site can send it (docs/adr/0046).
/// </summary>
internal sealed class SessionCookie
{
    public const string Header = "X-MyBudget-Session";
    public const string Asking = "cookie";
    public const string Prefix = "__Secure-";
    public const string PlainName = "mybudget-refresh";
    public const string PlainInstallationName = "mybudget-installation";

    private const string Path = "/api/v1/auth";
    private const int Longest = 200;

    /// <summary>As long as browsers keep a cookie (RFC 6265bis); it stays when the user signs out.</summary>
    private static readonly TimeSpan InstallationLifetime = TimeSpan.FromDays(400);

    private readonly HttpContext _context;
    private readonly bool _isAsked;
    private readonly bool _isSecure;

    private SessionCookie(HttpContext context, bool isAsked)
    {
        (_context, _isAsked) = (context, isAsked);
        _isSecure = !context.RequestServices.GetRequiredService<IHostEnvironment>().IsDevelopment()
                    || context.Request.IsHttps || IsThisMachine(context.Request.Host.Host);
    }

    private string Name => NameOf(PlainName);

    private string InstallationName => NameOf(PlainInstallationName);

    public static ValueTask<SessionCookie> BindAsync(HttpContext context, ParameterInfo _)
    {
        var isAsked = context.Request.Headers.TryGetValue(Header, out var said);
        if (isAsked && said.ToString() != Asking) throw InvalidValue.Of(Header, "unknown-value", $"This header says {Asking}, or it is left out.");
        return ValueTask.FromResult(new SessionCookie(context, isAsked));
    }

    /// <summary>The refresh token of the body, or of the cookie where that is asked for; never of both.</summary>
    /// <exception cref="ProblemException">Both are given.</exception>
    public string? TokenOr(string? given)
    {
        if (!_isAsked) return given;
        if (given is not null) throw InvalidValue.Of("refreshToken", "not-allowed", $"With {Header} the cookie has it: leave it out here.");
        return _context.Request.Cookies[Name] is { Length: > 0 and <= Longest } kept && kept.All(IsOfToken) ? kept : null;
    }

    /// <summary>The same, where nothing can be done without one: a browser that has none is signed out, and cannot mend it.</summary>
    public string? DemandTokenOr(string? given) => TokenOr(given) ?? (_isAsked ? throw RefreshToken.Refused() : null);

    /// <summary>The secret of the installation: of the body, or of its cookie. What has not the form of one is none.</summary>
    public string? InstallationOr(string? given) =>
        !_isAsked ? given : _context.Request.Cookies[InstallationName] is { } kept && Installation.IsOne(kept) ? kept : null;

    /// <summary>Answers tokens, or asks for the second factor; then the installation, which that is bound to, goes into its cookie.</summary>
    /// <exception cref="ProblemException"><c>auth.factor-needed</c>.</exception>
    public IResult Answer(SignInAnswer answer, string? location = null)
    {
        if (answer.Challenge is not { } challenge) return Answer(answer.Tokens!, location);
        if (_isAsked)
        {
            _context.Response.OnStarting(() =>
            {
                Keep(InstallationName, challenge.Installation, InstallationLifetime);
                return Task.CompletedTask;
            });
        }

        throw challenge.ToProblem(tellsInstallation: !_isAsked);
    }

    /// <summary>Answers tokens: all of them in the body, or refresh token and installation in cookies.</summary>
    /// <param name="tokens">Of the sign-in.</param>
    /// <param name="location">Where it was created; makes the answer a 201.</param>
    public IResult Answer(Tokens tokens, string? location = null)
    {
        if (!_isAsked) return In(tokens, location);

        Keep(Name, tokens.RefreshToken, _context.RequestServices.GetRequiredService<IOptions<TokenSettings>>().Value.RefreshTokenLifetime);
        if (tokens.Installation is { } installation) Keep(InstallationName, installation, InstallationLifetime);
        return In(new BrowserTokens(tokens.User, tokens.AccessToken, tokens.ExpiresIn, tokens.TokenType), location);
    }

    /// <summary>Takes the cookie from the browser if the answer has one of these statuses, also where an exception makes it.</summary>
    public void DropWith(params int[] statuses)
    {
        if (!_isAsked) return;
        _context.Response.OnStarting(() =>
        {
            if (statuses.Contains(_context.Response.StatusCode)) _context.Response.Cookies.Delete(Name, Options());
            return Task.CompletedTask;
        });
    }

    private void Keep(string name, string value, TimeSpan lifetime)
    {
        var options = Options();
        options.MaxAge = lifetime;
        _context.Response.Cookies.Append(name, value, options);
    }

    private string NameOf(string plain) => _isSecure ? Prefix + plain : plain;

    private static IResult In<T>(T tokens, string? location) => location is null ? TypedResults.Ok(tokens) : TypedResults.Created(location, tokens);

    private CookieOptions Options() => new() { HttpOnly = true, Secure = _isSecure, SameSite = SameSiteMode.Strict, Path = Path, IsEssential = true };

    /// <summary>Browsers keep a secure cookie of their own machine, over plain HTTP too.</summary>
    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || System.Net.IPAddress.TryParse(host, out var address) && System.Net.IPAddress.IsLoopback(address);

    private static bool IsOfToken(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_';
}

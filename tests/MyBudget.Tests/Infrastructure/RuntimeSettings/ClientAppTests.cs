using CsCheck;
using MyBudget.Infrastructure.RuntimeSettings;

namespace MyBudget.Tests.Infrastructure.RuntimeSettings;

public sealed class ClientAppTests
{
    private static readonly Gen<(int Major, int Minor, int Patch)> Versions = Gen.Select(Gen.Int[0, 999_999], Gen.Int[0, 999_999], Gen.Int[0, 999_999]);

    [Fact]
    public void versions_are_compared_number_by_number() => Gen.Select(Versions, Versions).Sample((one, other) =>
        Read(one).CompareTo(Read(other)).ShouldBe(one.CompareTo(other)));

    [Fact]
    public void ten_is_more_than_nine() => (ClientApp.ReadVersion("1.10.0") > ClientApp.ReadVersion("1.9.0")).ShouldBeTrue();

    [Fact]
    public void no_text_upsets_it() => Gen.String.Sample(text => ClientApp.Read(text) is null || text.Contains('/', StringComparison.Ordinal));

    private static Version Read((int Major, int Minor, int Patch) version) =>
        ClientApp.Read($"android/{version.Major}.{version.Minor}.{version.Patch}").ShouldNotBeNull().Version;
}

namespace MyBudget.Tests.Architecture;

public sealed class DependencyTests
{
    // MediatR's marker makes an event of a feature outside ledgers, which has no stream, one that others can hear.
    private static readonly string[] PlainAssemblies = ["System.", "MediatR"];

    [Fact]
    public void the_domain_knows_nobody() => From(Product.Domain)
        .ShouldAllObey(reference => Product.IsIn(reference.To.Namespace, Product.Domain) ? null : Say(reference));

    [Fact]
    public void the_domain_knows_no_library() => References.All.Where(reference => Product.IsIn(reference.From.Namespace, Product.Domain)).ToList()
        .ShouldAllObey(reference => IsPlain(reference) ? null : Say(reference));

    [Fact]
    public void the_formats_of_banks_know_nobody() => From(Product.BankFiles)
        .ShouldAllObey(reference => Product.IsIn(reference.To.Namespace, Product.BankFiles) ? null : Say(reference));

    [Fact]
    public void only_the_program_knows_what_development_brings() => References.Internal
        .Where(reference => Product.IsIn(reference.To.Namespace, Product.Development)).ToList()
        .ShouldAllObey(reference => Product.IsIn(reference.From.Namespace, Product.Development) || reference.From.Namespace.Length == 0 ? null : Say(reference));

    [Fact]
    public void development_knows_no_feature() => From(Product.Development)
        .ShouldAllObey(reference => Product.IsIn(reference.To.Namespace, Product.Features) ? Say(reference) : null);

    [Fact]
    public void rooms_form_no_circle()
    {
        var known = From(Product.Infrastructure).Where(reference => Product.IsIn(reference.To.Namespace, Product.Infrastructure))
            .Select(reference => (From: Product.RoomOf(reference.From.Namespace), To: Product.RoomOf(reference.To.Namespace)))
            .Where(pair => pair.From != pair.To).ToHashSet();
        var rooms = known.SelectMany(pair => new[] { pair.From, pair.To }).Distinct(StringComparer.Ordinal).ToList();

        // Whoever knows only rooms that are gone goes too; what is left at the end knows itself by way of others.
        while (rooms.RemoveAll(room => !known.Any(pair => pair.From == room && rooms.Contains(pair.To))) > 0) { }
        rooms.ShouldBeEmpty();
        known.Count.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void infrastructure_knows_no_feature() => From(Product.Infrastructure)
        .ShouldAllObey(reference => Product.IsIn(reference.To.Namespace, Product.Features) ? Say(reference) : null);

    [Fact]
    public void features_meet_only_in_contracts() => From(Product.Features)
        .Where(reference => Product.FeatureOf(reference.To.Namespace) is { } other && other != Product.FeatureOf(reference.From.Namespace)).ToList()
        .ShouldAllObey(reference => Product.SliceOf(reference.To.Namespace) == "Contracts" ? null : Say(reference));

    [Fact]
    public void a_slice_knows_no_sibling() => From(Product.Features)
        .Where(reference => Product.SliceOf(reference.From.Namespace) is not null
                            && Product.FeatureOf(reference.From.Namespace) == Product.FeatureOf(reference.To.Namespace)).ToList()
        .ShouldAllObey(reference => Product.SliceOf(reference.To.Namespace) is null or "Contracts"
                                    || reference.To.Namespace == reference.From.Namespace ? null : Say(reference));

    [Fact]
    public void of_a_features_root_only_module_and_storage_know_its_slices() => From(Product.Features)
        .Where(reference => Product.SliceOf(reference.From.Namespace) is null && Product.SliceOf(reference.To.Namespace) is not (null or "Contracts")).ToList()
        .ShouldAllObey(reference => reference.From.Name.EndsWith("Module", StringComparison.Ordinal)
                                    || reference.From.Name.EndsWith("Storage", StringComparison.Ordinal) ? null : Say(reference));

    /// <summary>A published decision may say how a write reads what it decides by.</summary>
    private static readonly string[] OfAWrite = ["LedgerWrite", "StoredFacts"];

    [Fact]
    public void contracts_know_the_domain_contracts_and_a_write_alone() => From(Product.Features)
        .Where(reference => Product.SliceOf(reference.From.Namespace) == "Contracts").ToList()
        .ShouldAllObey(reference => Product.IsIn(reference.To.Namespace, Product.Domain)
                                    || Product.SliceOf(reference.To.Namespace) == "Contracts"
                                    || OfAWrite.Contains(reference.To.Name) ? null : Say(reference));

    [Fact]
    public void contracts_know_no_library() => References.All
        .Where(reference => Product.SliceOf(reference.From.Namespace) == "Contracts").ToList()
        .ShouldAllObey(reference => IsPlain(reference) ? null : Say(reference));

    [Fact]
    public void nobody_refers_to_the_program() => References.Internal
        .ShouldAllObey(reference => reference.To.Namespace.Length == 0 ? Say(reference) : null);

    [Fact]
    public void no_handler_sends_another_message() => References.Calls()
        .Where(call => References.Outermost(call.In.DeclaringType).Name.EndsWith("Handler", StringComparison.Ordinal)).ToList()
        .ShouldAllObey(call => call.Called.Name == "Send" && call.Called.DeclaringType.Namespace == "MediatR"
            ? References.Outermost(call.In.DeclaringType).FullName : null);

    private static List<Reference> From(string root) =>
        [.. References.Internal.Where(reference => Product.IsIn(reference.From.Namespace, root))];

    /// <summary>The compiler adds types of its own to the assembly, with names nobody can write.</summary>
    private static bool IsPlain(Reference reference) =>
        Product.IsIn(reference.To.Namespace, Product.Root) || reference.To.Name.StartsWith('<')
        || PlainAssemblies.Any(plain => reference.To.Scope.Name.StartsWith(plain, StringComparison.Ordinal));

    private static string Say(Reference reference) => $"{reference.From.FullName} -> {reference.To.FullName}";
}

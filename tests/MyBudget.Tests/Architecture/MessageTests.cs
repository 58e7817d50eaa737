using FluentValidation;
using MediatR;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Tests.Architecture;

public sealed class MessageTests
{
    private static readonly List<Type> Requests = [.. Concrete().Where(type => ClosedOf(type, typeof(IRequest<>)).Any())];

    private static readonly List<Type> Commands = [.. Requests.Where(type => type.IsAssignableTo(typeof(ICommand)))];

    /// <summary>What cannot be wrong in itself once it is bound. All else came from a client as it is.</summary>
    private static readonly Type[] Bound = [typeof(Guid), typeof(IfMatch), typeof(Caller), typeof(MergePatch)];

    /// <summary>Commands that carry client input of which every value is good, each with the reason.</summary>
    private static readonly Dictionary<string, string> Undemanding = new(StringComparer.Ordinal)
    {
        ["MarkAllRead"] = "an id bounds what is read, and without one there is no bound",
        ["EndSessions"] = "what it spares is the session of the request",
    };

    [Fact]
    public void a_message_has_one_handler_beside_it() => Requests.ShouldAllObey(request =>
    {
        var handlers = HandlersOf(request);
        return handlers is [var handler] && handler.Namespace == request.Namespace && handler.Name == $"{request.Name}Handler"
            ? null
            : $"{request.FullName}: {string.Join(", ", handlers.Select(other => other.FullName))}";
    });

    [Fact]
    public void a_command_that_carries_client_input_has_a_validator() => Commands.Where(CarriesInput).ToList()
        .ShouldAllObey(command => ValidatorsOf(command).Count == 1 || Undemanding.ContainsKey(command.Name) ? null : command.FullName);

    [Fact]
    public void the_list_of_undemanding_commands_is_kept_up_to_date() => Undemanding.Keys.ToList().ShouldAllObey(name =>
        Commands.Any(command => command.Name == name && CarriesInput(command) && ValidatorsOf(command).Count == 0) ? null : name);

    [Fact]
    public void a_validator_stands_beside_its_message() => Requests.SelectMany(ValidatorsOf, (request, validator) => (request, validator)).ToList()
        .ShouldAllObey(pair =>
            pair.validator.Namespace == pair.request.Namespace && pair.validator.Name == $"{pair.request.Name}Validator"
                ? null
                : pair.validator.FullName);

    [Fact]
    public void what_a_patch_makes_is_validated() => Commands
        .Where(command => command.GetProperties().Any(member => member.PropertyType == typeof(MergePatch))).ToList()
        .ShouldAllObey(command => HandlersOf(command).SelectMany(handler => handler.GetConstructors()).SelectMany(made => made.GetParameters())
            .Any(taken => taken.ParameterType.IsGenericType && taken.ParameterType.GetGenericTypeDefinition() == typeof(IValidator<>))
            ? null
            : command.FullName);

    [Fact]
    public void a_message_is_a_command_or_a_query() => Requests.ShouldAllObey(request =>
        request.IsAssignableTo(typeof(ICommand)) != ClosedOf(request, typeof(IQuery<>)).Any() ? null : request.FullName);

    [Fact]
    public void a_query_says_so_by_name() => Requests.Where(type => ClosedOf(type, typeof(IQuery<>)).Any()).ToList().ShouldAllObey(query =>
        new[] { "Get", "List", "Search", "Export" }.Any(verb => query.Name.StartsWith(verb, StringComparison.Ordinal)) ? null : query.FullName);

    [Fact]
    public void a_handler_does_more_than_pass_its_message_on() => References.Calls()
        .Where(call => call.In.Name == "Handle" && call.In.DeclaringType.Name.EndsWith("Handler", StringComparison.Ordinal)
                       && call.Called.DeclaringType.FullName != call.In.Parameters[0].ParameterType.FullName)
        .GroupBy(call => call.In.DeclaringType.FullName, call => call.Called).ToList()
        .ShouldAllObey(calls => calls.ToList() is [var only] && Product.IsIn(only.DeclaringType.Namespace, Product.Features) ? calls.Key : null);

    [Fact]
    public void handlers_and_validators_are_internal_and_sealed() => Concrete()
        .Where(type => ClosedOf(type, typeof(IRequestHandler<,>)).Any() || ClosedOf(type, typeof(IValidator<>)).Any()).ToList()
        .ShouldAllObey(type => type is { IsSealed: true, IsVisible: false } ? null : type.FullName);

    private static IEnumerable<Type> Concrete() => Product.Types.Where(type => type is { IsAbstract: false, IsInterface: false, IsGenericTypeDefinition: false });

    private static bool CarriesInput(Type command) => command.GetProperties().Any(member => !Bound.Contains(member.PropertyType));

    private static List<Type> HandlersOf(Type message) =>
        [.. Concrete().Where(type => ClosedOf(type, typeof(IRequestHandler<,>)).Any(handled => handled.GenericTypeArguments[0] == message))];

    private static List<Type> ValidatorsOf(Type message) =>
        [.. Concrete().Where(type => ClosedOf(type, typeof(IValidator<>)).Any(validated => validated.GenericTypeArguments[0] == message))];

    private static IEnumerable<Type> ClosedOf(Type type, Type definition) =>
        type.GetInterfaces().Where(implemented => implemented.IsGenericType && implemented.GetGenericTypeDefinition() == definition);
}

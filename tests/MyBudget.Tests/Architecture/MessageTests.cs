using FluentValidation;
using MediatR;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Tests.Architecture;

public sealed class MessageTests
{
    private static readonly List<Type> Requests = [.. Concrete().Where(type => ClosedOf(type, typeof(IRequest<>)).Any())];

    [Fact]
    public void a_message_has_one_handler_beside_it() => Requests.ShouldAllObey(request =>
    {
        var handlers = Concrete().Where(type => ClosedOf(type, typeof(IRequestHandler<,>)).Any(handled => handled.GenericTypeArguments[0] == request)).ToList();
        return handlers is [var handler] && handler.Namespace == request.Namespace && handler.Name == $"{request.Name}Handler"
            ? null
            : $"{request.FullName}: {string.Join(", ", handlers.Select(other => other.FullName))}";
    });

    [Fact]
    public void a_command_has_a_validator_beside_it() => Requests.Where(type => type.IsAssignableTo(typeof(ICommand))).ToList()
        .ShouldAllObey(command => ValidatorsOf(command) is [var validator] && validator.Namespace == command.Namespace && validator.Name == $"{command.Name}Validator"
            ? null
            : command.FullName);

    [Fact]
    public void a_message_is_a_command_or_a_query() => Requests.ShouldAllObey(request =>
        request.IsAssignableTo(typeof(ICommand)) != ClosedOf(request, typeof(IQuery<>)).Any() ? null : request.FullName);

    [Fact]
    public void a_query_says_so_by_name() => Requests.Where(type => ClosedOf(type, typeof(IQuery<>)).Any()).ToList().ShouldAllObey(query =>
        new[] { "Get", "List", "Search", "Export" }.Any(verb => query.Name.StartsWith(verb, StringComparison.Ordinal)) ? null : query.FullName);

    [Fact]
    public void handlers_and_validators_are_internal_and_sealed() => Concrete()
        .Where(type => ClosedOf(type, typeof(IRequestHandler<,>)).Any() || ClosedOf(type, typeof(IValidator<>)).Any()).ToList()
        .ShouldAllObey(type => type is { IsSealed: true, IsVisible: false } ? null : type.FullName);

    private static IEnumerable<Type> Concrete() => Product.Types.Where(type => type is { IsAbstract: false, IsInterface: false, IsGenericTypeDefinition: false });

    private static List<Type> ValidatorsOf(Type message) =>
        [.. Concrete().Where(type => ClosedOf(type, typeof(IValidator<>)).Any(validated => validated.GenericTypeArguments[0] == message))];

    private static IEnumerable<Type> ClosedOf(Type type, Type definition) =>
        type.GetInterfaces().Where(implemented => implemented.IsGenericType && implemented.GetGenericTypeDefinition() == definition);
}

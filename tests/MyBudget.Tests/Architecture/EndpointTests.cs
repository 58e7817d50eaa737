using System.Reflection;
using Carter;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace MyBudget.Tests.Architecture;

/// <summary>The shape of endpoint types; that each is mapped is asked of the running application.</summary>
public sealed class EndpointTests
{
    private static readonly List<Type> Endpoints = [.. Product.Types.Where(type => type.Name.EndsWith("Endpoint", StringComparison.Ordinal))];

    [Fact]
    public void an_endpoint_is_internal_static_and_maps_itself() => Endpoints.ShouldAllObey(type =>
        type is { IsAbstract: true, IsSealed: true, IsVisible: false }
        && type.GetMethod("Map", BindingFlags.Public | BindingFlags.Static) is { } map
        && map.ReturnType == typeof(IEndpointConventionBuilder)
        && map.GetParameters() is [var routes] && routes.ParameterType == typeof(RouteGroupBuilder)
            ? null
            : type.FullName);

    [Fact]
    public void an_endpoint_has_a_slice_of_its_own() => Endpoints.ShouldAllObey(type =>
        Product.SliceOf(type.Namespace!) is not (null or "Contracts") and var slice && type.Name == $"{slice}Endpoint"
            ? null
            : type.FullName);

    [Fact]
    public void a_module_is_public_and_named_after_its_feature() => Product.Types
        .Where(type => type is { IsClass: true } && type.IsAssignableTo(typeof(ICarterModule))).ToList()
        .ShouldAllObey(type => type.IsVisible && type.Namespace == $"{Product.Features}.{type.Name[..^"Module".Length]}" ? null : type.FullName);
}

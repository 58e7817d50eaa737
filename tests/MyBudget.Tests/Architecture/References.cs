using Mono.Cecil;
using Mono.Cecil.Cil;

namespace MyBudget.Tests.Architecture;

/// <param name="From">The outermost type that refers; lambdas, iterators and async methods count for the type they are written in.</param>
/// <param name="To">The outermost type referred to.</param>
internal sealed record Reference(TypeReference From, TypeReference To);

/// <summary>Who refers to whom in the IL: signatures, locals, generic arguments, attributes and every instruction.</summary>
internal static class References
{
    public static readonly IReadOnlyList<Reference> All = [.. FindAll()];

    public static readonly IReadOnlyList<Reference> Internal =
        [.. All.Where(reference => Product.IsIn(reference.To.Namespace, Product.Root) && reference.From.FullName != reference.To.FullName)];

    /// <summary>Every call, with the method it stands in.</summary>
    public static IEnumerable<(MethodDefinition In, MethodReference Called)> Calls() =>
        from type in Product.Module.GetTypes()
        where Product.IsIn(Outermost(type).Namespace, Product.Root)
        from method in type.Methods
        where method.HasBody
        from instruction in method.Body.Instructions
        where instruction.Operand is MethodReference
        select (method, (MethodReference)instruction.Operand);

    public static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static IEnumerable<Reference> FindAll() =>
        from type in Product.Module.GetTypes()
        let source = Outermost(type)
        where Product.IsIn(source.Namespace, Product.Root)
        from to in OfType(type).SelectMany(Parts).Select(Outermost).DistinctBy(to => to.FullName)
            // What counts the lines reached writes itself into the program.
        where !to.Namespace.StartsWith("Coverlet.", StringComparison.Ordinal)
        select new Reference(source, to);

    private static IEnumerable<TypeReference?> OfType(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(implemented => implemented.InterfaceType),
        .. type.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType),
        .. type.Fields.Select(field => field.FieldType),
        .. type.Properties.Select(property => property.PropertyType),
        .. Attributes(type), .. type.Fields.SelectMany(Attributes), .. type.Properties.SelectMany(Attributes),
        .. type.Methods.SelectMany(OfMethod),
    ];

    private static IEnumerable<TypeReference?> OfMethod(MethodDefinition method) =>
    [
        .. OfSignature(method), .. Attributes(method), .. method.Parameters.SelectMany(Attributes),
        .. method.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType),
        .. method.HasBody ? OfBody(method.Body) : [],
    ];

    private static IEnumerable<TypeReference?> OfBody(MethodBody body) =>
    [
        .. body.Variables.Select(variable => variable.VariableType),
        .. body.ExceptionHandlers.Select(handler => handler.CatchType),
        .. body.Instructions.SelectMany(instruction => instruction.Operand switch
        {
            TypeReference type => [type],
            FieldReference field => [field.DeclaringType, field.FieldType],
            MethodReference method => [method.DeclaringType, .. OfSignature(method)],
            _ => Enumerable.Empty<TypeReference?>(),
        }),
    ];

    private static IEnumerable<TypeReference?> OfSignature(MethodReference method) =>
    [
        method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType),
        .. method is GenericInstanceMethod generic ? generic.GenericArguments : [],
    ];

    private static IEnumerable<TypeReference?> Attributes(ICustomAttributeProvider provider) =>
        provider.CustomAttributes.SelectMany(attribute => attribute.ConstructorArguments
            .Select(argument => argument.Value as TypeReference).Prepend(attribute.AttributeType));

    /// <summary>A type and its generic arguments, without what is only an array, a reference or a type parameter.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)],
        IModifierType modified => Parts(modified.ElementType),
        TypeSpecification wrapped => Parts(wrapped.ElementType),
        _ => [type],
    };
}

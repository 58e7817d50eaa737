using MyBudget.Tests.Architecture;
using YamlDotNet.RepresentationModel;

namespace MyBudget.Tests.Deployment;

/// <summary>The files that build, ship and run the product; their paths are from the repository's root.</summary>
internal static class DeploymentFiles
{
    /// <summary>In the order of their names; none where there is no such folder.</summary>
    public static IReadOnlyList<string> In(string folder, string pattern)
    {
        var path = Path.Combine(Product.Folder, folder);
        return !Directory.Exists(path)
            ? []
            : [.. Directory.EnumerateFiles(path, pattern).Select(file => Path.GetRelativePath(Product.Folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];
    }

    /// <summary>Files with one of these names anywhere but in what is fetched or built.</summary>
    public static IReadOnlyList<string> Find(params IReadOnlyList<string> names)
    {
        var found = new List<string>();
        Search(Product.Folder);
        return found;

        void Search(string folder)
        {
            found.AddRange(names.Where(name => File.Exists(Path.Combine(folder, name)))
                .Select(name => Path.GetRelativePath(Product.Folder, Path.Combine(folder, name)).Replace('\\', '/')));
            foreach (var below in Directory.EnumerateDirectories(folder))
            {
                if (Path.GetFileName(below) is not ("node_modules" or ".git" or ".postgres" or ".tools" or ".data" or "bin" or "obj")) Search(below);
            }
        }
    }

    public static string Text(string file) => File.ReadAllText(Path.Combine(Product.Folder, file));

    /// <summary>With anchors and merge keys (<c>&lt;&lt;</c>) resolved; what a mapping says itself wins.</summary>
    public static YamlMappingNode Yaml(string file)
    {
        var stream = new YamlStream();
        using var reader = new StringReader(Text(file));
        stream.Load(reader);
        return (YamlMappingNode)Merged(stream.Documents.Single().RootNode);
    }

    private static YamlNode Merged(YamlNode node)
    {
        if (node is YamlSequenceNode sequence) return new YamlSequenceNode(sequence.Children.Select(Merged));
        if (node is not YamlMappingNode mapping) return node;

        var merged = new YamlMappingNode();
        foreach (var (key, value) in mapping.Children.Where(pair => !IsMerge(pair.Key))) merged.Add(key, Merged(value));
        foreach (var (key, value) in mapping.Children.Where(pair => IsMerge(pair.Key)).SelectMany(pair => ((YamlMappingNode)Merged(pair.Value)).Children))
        {
            if (!merged.Children.ContainsKey(key)) merged.Add(key, value);
        }

        return merged;
    }

    private static bool IsMerge(YamlNode key) => key.Scalar() == "<<";

    /// <summary>The node below a path of keys, or null where one of them is missing.</summary>
    public static YamlNode? At(this YamlNode node, params ReadOnlySpan<string> keys)
    {
        var found = node;
        foreach (var key in keys)
        {
            if (found is not YamlMappingNode mapping || !mapping.Children.TryGetValue(new YamlScalarNode(key), out found)) return null;
        }

        return found;
    }

    /// <summary>Keys and values of a mapping; none of anything else.</summary>
    public static IEnumerable<(string Key, YamlNode Value)> Entries(this YamlNode? node) =>
        node is YamlMappingNode mapping ? mapping.Children.Select(pair => (((YamlScalarNode)pair.Key).Value!, pair.Value)) : [];

    public static IEnumerable<YamlNode> Items(this YamlNode? node) => node is YamlSequenceNode sequence ? sequence.Children : [];

    /// <summary>A scalar as it is written, or null.</summary>
    public static string? Scalar(this YamlNode? node) => (node as YamlScalarNode)?.Value;
}

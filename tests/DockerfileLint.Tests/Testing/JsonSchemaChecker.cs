using System.Text.Json;
using System.Text.RegularExpressions;

namespace DockerfileLint.Tests.Testing;

/// <summary>
/// Holds JSON against a schema, as far as the schemas of this repository go; other keywords are refused.
/// </summary>
internal static class JsonSchemaChecker
{
    private static readonly string[] Annotations = ["$schema", "$id", "$defs", "title", "description"];

    /// <summary>What is wrong, each with its path.</summary>
    internal static IEnumerable<string> Check(JsonElement value, JsonElement schema) =>
        Check(value, schema, schema, "$");

    private static IEnumerable<string> Check(JsonElement value, JsonElement schema, JsonElement root, string path) =>
        schema
            .EnumerateObject()
            .Where(keyword => !Annotations.Contains(keyword.Name))
            .SelectMany(keyword =>
                keyword.Name switch
                {
                    "$ref" => Check(value, Resolve(keyword.Value.GetString()!, root), root, path),
                    "type" => If(!HasType(value, keyword.Value.GetString()!), $"{path} is no {keyword.Value}"),
                    "const" => If(value.ToString() != keyword.Value.ToString(), $"{path} is not {keyword.Value}"),
                    "enum" => If(
                        !keyword.Value.EnumerateArray().Any(one => one.ToString() == value.ToString()),
                        $"{path} is {value}"
                    ),
                    "pattern" => If(
                        !Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!),
                        $"{path} is {value}"
                    ),
                    "minimum" => If(value.GetDouble() < keyword.Value.GetDouble(), $"{path} is {value}"),
                    "maximum" => If(value.GetDouble() > keyword.Value.GetDouble(), $"{path} is {value}"),
                    "required" => keyword
                        .Value.EnumerateArray()
                        .Where(name => !value.TryGetProperty(name.GetString()!, out _))
                        .Select(name => $"{path} lacks {name}"),
                    "additionalProperties" => value
                        .EnumerateObject()
                        .Where(property => !schema.GetProperty("properties").TryGetProperty(property.Name, out _))
                        .Select(property => $"{path} has {property.Name}"),
                    "properties" => keyword
                        .Value.EnumerateObject()
                        .SelectMany(property =>
                            value.TryGetProperty(property.Name, out JsonElement child)
                                ? Check(child, property.Value, root, $"{path}.{property.Name}")
                                : []
                        ),
                    "items" => value
                        .EnumerateArray()
                        .SelectMany((item, index) => Check(item, keyword.Value, root, $"{path}[{index}]")),
                    _ => [$"the keyword {keyword.Name} is not known"],
                }
            );

    private static bool HasType(JsonElement value, string type) =>
        type switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            _ => false,
        };

    private static JsonElement Resolve(string reference, JsonElement root) =>
        root.GetProperty("$defs").GetProperty(reference["#/$defs/".Length..]);

    private static IEnumerable<string> If(bool isWrong, string problem) => isWrong ? [problem] : [];
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DockerfileLint.Tests.Testing;

namespace DockerfileLint.Tests.Reporting;

/// <summary>
/// Compares a report with the reviewed one in <c>Expected/</c>; <c>UPDATE_BASELINES=1</c> writes it instead.
/// </summary>
internal static class Expected
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static void VerifyJson(string name, byte[] actual) =>
        Verify(name, JsonNode.Parse(actual)!.ToJsonString(Indented) + "\n");

    internal static void Verify(string name, string actual) =>
        Baseline.Verify(Path.Combine("Reporting", "Expected", name), actual);
}

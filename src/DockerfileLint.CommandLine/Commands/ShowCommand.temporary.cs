using System.Text.Json;
using DockerfileLint.Analysis;
using DockerfileLint.Syntax;
using DockerfileLint.Text;

namespace DockerfileLint.CommandLine.Commands;

internal sealed partial class ShowCommand
{
    private static SyntaxTree ParseTree(SourceFile file, FileKind kind) => throw new UsageException($"'{file}' of kind {kind} cannot be shown yet.");

    private static void WriteModel(SourceFile file, FileKind kind, Utf8JsonWriter writer) => throw new UsageException($"'{file}' of kind {kind} cannot be shown yet.");
}

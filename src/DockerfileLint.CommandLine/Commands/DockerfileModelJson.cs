using System.Text.Json;
using DockerfileLint.Semantics;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.CommandLine.Commands;

/// <summary>
/// Writes the model of a Dockerfile as JSON: its stages, what each is built on, who runs it and which commands its RUNs
/// execute.
/// </summary>
internal sealed class DockerfileModelJson
{
    private readonly DockerfileModel _model;
    private readonly Utf8JsonWriter _writer;
    private readonly ModelJson _json;
    private readonly HashSet<Stage> _unused;

    private DockerfileModelJson(DockerfileModel model, Utf8JsonWriter writer)
    {
        _model = model;
        _writer = writer;
        _json = new ModelJson(model.Tree, writer);
        _unused = [.. model.BuildGraph.GetUnused()];
    }

    internal static void Write(DockerfileModel model, Utf8JsonWriter writer) =>
        new DockerfileModelJson(model, writer).Write();

    private void Write()
    {
        _json.WriteStart("dockerfile", "stages");
        foreach (Stage stage in _model.Stages)
        {
            WriteStage(stage);
            _json.FlushWhereLarge();
        }

        _json.WriteEnd();
    }

    private void WriteStage(Stage stage)
    {
        InstructionSyntax last = stage.Instructions.IsEmpty ? stage.From : stage.Instructions[^1];
        _writer.WriteStartObject();
        _writer.WriteNumber("index", stage.Index);
        _writer.WriteString("name", stage.Name);
        _writer.WriteBoolean("final", stage.IsFinal);
        _json.WritePlace(stage.From.Span);
        _writer.WriteNumber("endLine", _model.Tree.Text.GetLinePosition(last.Span.End).Line + 1);
        WriteBase(stage);
        WriteUser(stage.User);
        _writer.WriteStartArray("needs");
        foreach (Stage dependency in _model.BuildGraph.GetDependencies(stage))
        {
            _writer.WriteNumberValue(dependency.Index);
        }

        _writer.WriteEndArray();
        _writer.WriteBoolean("used", !_unused.Contains(stage));
        _writer.WriteStartArray("commands");
        foreach (InstructionSyntax instruction in stage.Instructions)
        {
            // The trigger of an ONBUILD runs in the stages that are built on this one.
            if (instruction is RunInstructionSyntax run)
            {
                WriteCommands(run);
            }
        }

        _writer.WriteEndArray();
        _writer.WriteEndObject();
    }

    private void WriteBase(Stage stage)
    {
        Fact<string> name = stage.BaseName;
        _writer.WriteStartObject("base");
        _writer.WriteString("value", name.DisplayText);
        _json.WriteOrigin(name);
        if (stage.BaseStage is { } baseStage)
        {
            _writer.WriteNumber("stage", baseStage.Index);
        }
        else
        {
            _writer.WriteNull("stage");

            // Where a variable is unknown the value lacks its text, so that its parts would be wrong.
            if (
                !stage.IsFromScratch
                && name.TryGetValue(out string? known)
                && ImageReference.TryParse(known) is { } image
            )
            {
                _json.WriteParts(image);
            }
        }

        _writer.WriteEndObject();
    }

    private void WriteUser(EffectiveUser user)
    {
        _writer.WriteStartObject("user");
        _writer.WriteString("value", user.Word is null ? null : user.Value.DisplayText);
        _json.WriteOrigin(user.Value);
        _json.WriteBoolean("root", user.IsRoot);
        _writer.WriteNumber("stage", user.Stage.Index);
        _writer.WriteEndObject();
    }

    private void WriteCommands(RunInstructionSyntax run)
    {
        foreach (RunCommand command in _model.GetScript(run)?.RunCommands ?? [])
        {
            _writer.WriteStartObject();
            _writer.WriteString("name", command.Name);
            _json.WritePlace(command.Span);
            _writer.WriteEndObject();
        }

        _json.FlushWhereLarge();
    }
}

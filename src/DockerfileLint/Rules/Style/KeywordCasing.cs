using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;

namespace DockerfileLint.Rules.Style;

/// <summary>The letter case in which a file writes the names of most instructions.</summary>
internal sealed class KeywordCasing
{
    private KeywordCasing(DockerfileModel model)
    {
        // Names in lower case less names in upper case.
        int count = 0;
        for (int i = model.Preamble.Length; i < model.Tree.Root.Instructions.Length; i++)
        {
            InstructionSyntax instruction = model.Tree.Root.Instructions[i];
            if (instruction.Kind != InstructionKind.Unknown)
            {
                ReadOnlySpan<char> keyword = model.Tree.Text.AsSpan(instruction.KeywordSpan);
                count +=
                    DockerfileFacts.IsLowerCase(keyword) ? 1
                    : DockerfileFacts.IsUpperCase(keyword) ? -1
                    : 0;
            }
        }

        IsLowerCase = count > 0;
    }

    /// <summary>Whether more names in the stages are wholly lower case than wholly upper case.</summary>
    internal bool IsLowerCase { get; }

    internal static KeywordCasing Of(DockerfileModel model) =>
        model.Indexes.Get(model, static model => new KeywordCasing(model));
}

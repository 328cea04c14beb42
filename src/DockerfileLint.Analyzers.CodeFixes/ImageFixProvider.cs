using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerfileLint.Analyzers.CodeFixes;

/// <summary>Gives an image without a version the release that the diagnostic names.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ImageFixProvider))]
[Shared]
public sealed class ImageFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(ImageFix.RuleId);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (
                diagnostic.Properties.TryGetValue(ImageFix.Image, out string? image)
                && root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)
                    is LiteralExpressionSyntax literal
            )
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Use '{image}'",
                        _ =>
                            Task.FromResult(context.Document.WithSyntaxRoot(Fix(root, literal, diagnostic.Properties))),
                        equivalenceKey: ImageFix.RuleId
                    ),
                    diagnostic
                );
            }
        }
    }

    private static SyntaxNode Fix(
        SyntaxNode root,
        LiteralExpressionSyntax literal,
        ImmutableDictionary<string, string?> properties
    )
    {
        if (properties.TryGetValue(ImageFix.Replacement, out string? replacement))
        {
            return root.ReplaceNode(literal, CreateLiteral(replacement).WithTriviaFrom(literal));
        }

        if (
            properties.TryGetValue(ImageFix.Argument, out string? argument)
            && literal.Parent is ArgumentSyntax { Parent: ArgumentListSyntax list } marked
        )
        {
            // Behind a named argument only another named one may stand.
            ArgumentSyntax added = SyntaxFactory.Argument(CreateLiteral(argument));
            added = marked.NameColon is null
                ? added
                : added.WithNameColon(SyntaxFactory.NameColon("tag").WithTrailingTrivia(SyntaxFactory.Space));
            return root.ReplaceNode(
                list,
                list.WithArguments(
                    list.Arguments.Insert(
                        list.Arguments.IndexOf(marked) + 1,
                        added.WithLeadingTrivia(SyntaxFactory.Space)
                    )
                )
            );
        }

        return root;
    }

    private static LiteralExpressionSyntax CreateLiteral(string? text) =>
        SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text ?? ""));
}

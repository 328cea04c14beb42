using System.Collections.Immutable;
using DockerfileLint.Generators;
using DockerfileLint.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DockerfileLint.Tests.Generators;

/// <summary>
/// Runs the generator over pages and classes, beside the library's own Text and Diagnostics types and small stand-ins
/// for the base classes of rules.
/// </summary>
internal static class GeneratorTest
{
    internal const string Page = """
        ---
        id: DL3002
        name: last-user-is-root
        title: The final stage runs as root
        category: user
        severity: warning
        message: "Stage '{stage}' ends as '{user}'. Its process is root."
        ---
        # DL3002: last-user-is-root

        The final stage runs as `root`.

        ## Bad
        ```dockerfile bad
        FROM alpine
        USER root
        #    ^^^^ DL3002
        ```

        ## Good
        ```dockerfile good
        FROM alpine
        USER 1000
        ```

        """;

    internal const string Class = """
        namespace DockerfileLint.Rules.Users;

        [Rule("DL3002")]
        internal sealed partial class LastUserIsRoot : DockerfileRule
        {
            public override void VisitStage(object stage, RuleContext context) => context.Report(default, Message("build", "root"));
        }
        """;

    /// <summary>The page of a rule that takes one behaviour with a class and one without.</summary>
    internal static readonly string WithBehaviours = Page.Replace(
        "category:",
        "behaviours: [hadolint]\ncomment-behaviours: [buildkit]\ncategory:",
        StringComparison.Ordinal
    );

    internal static readonly string HadolintClass = Class
        .Replace("Rules.Users", "Rules.Hadolint", StringComparison.Ordinal)
        .Replace(
            "[Rule(\"DL3002\")]",
            "[Rule(\"DL3002\", Behaviour = DockerfileLint.Diagnostics.RuleBehaviour.Hadolint)]",
            StringComparison.Ordinal
        );

    /// <summary>The page of a rule that differs from the other in data alone.</summary>
    internal static readonly string SiblingPage = Page.Replace("DL3002", "DL3003", StringComparison.Ordinal)
        .Replace("last-user-is-root", "last-user-is-nobody", StringComparison.Ordinal);

    /// <summary>The class of both.</summary>
    internal const string SiblingClass = """
        namespace DockerfileLint.Rules.Users;

        internal enum Weight
        {
            Light,
            Heavy,
        }

        [Rule("DL3003", "nobody", Weight.Light)]
        [Rule("DL3002", "root \"0\"", Weight.Heavy)]
        internal sealed partial class LastUser(string user, Weight weight) : DockerfileRule
        {
            private readonly string _user = user;
            private readonly Weight _weight = weight;

            public override void VisitStage(object stage, RuleContext context)
            {
                if (_weight == Weight.Heavy)
                {
                    context.Report(default, Message(stage: "build", user: _user));
                }
            }
        }
        """;

    internal const string SiblingPagePath = "/repo/rules/DL3003-last-user-is-nobody.md";
    internal const string HadolintClassPath = "/repo/src/Hadolint/LastUserIsRoot.cs";
    internal const string PagePath = "/repo/rules/DL3002-last-user-is-root.md";
    internal const string ClassPath = "/repo/src/LastUserIsRoot.cs";

    private const string RuleTypes = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;

        using System.Collections.Immutable;
        using DockerfileLint.Diagnostics;
        using DockerfileLint.Text;

        namespace DockerfileLint.Rules;

        [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
        internal sealed class RuleAttribute(string id, params object[] arguments) : Attribute
        {
            internal string Id { get; } = id;

            internal object[] Arguments { get; } = arguments;

            public RuleBehaviour Behaviour { get; set; }
        }

        public abstract class Rule
        {
            public abstract RuleDescriptor Descriptor { get; }
        }

        public abstract class RuleContext
        {
            public abstract void Report(TextSpan span, DiagnosticMessage message, string? tier = null);

            internal T GetOption<T>(int index) => throw new NotSupportedException();
        }

        public abstract class DockerfileRule : Rule
        {
            public virtual DockerfileElements Elements => DockerfileElements.All;

            public virtual void VisitFile(object model, RuleContext context)
            {
            }

            public virtual void VisitStage(object stage, RuleContext context)
            {
            }

            public virtual void VisitHidden(object hidden, RuleContext context)
            {
            }
        }

        [Flags]
        public enum DockerfileElements
        {
            None = 0,
            File = 1,
            Stage = 2,
            All = ~0,
        }

        public static partial class RuleCatalog
        {
            public static partial ImmutableArray<Rule> Rules { get; }

            public static partial ImmutableArray<RuleDescriptor> Descriptors { get; }

            internal static partial ImmutableArray<Rule> GetRulesOf(RuleBehaviour behaviour);
        }
        """;

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);

    private static readonly Lazy<CSharpCompilation> Library = new(() =>
        CSharpCompilation.Create(
            "DockerfileLint",
            [
                .. GetLibrarySources().Select(path => Parse(path, File.ReadAllText(path))),
                Parse("/repo/src/RuleTypes.cs", RuleTypes),
            ],
            [
                .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                    .Split(Path.PathSeparator)
                    .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
                    .Select(path => MetadataReference.CreateFromFile(path)),
            ],
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                generalDiagnosticOption: ReportDiagnostic.Error
            )
        )
    );

    /// <summary>Files that end in <c>.md</c> are pages, the others classes.</summary>
    internal static GeneratorRun Run(params (string Path, string Text)[] files)
    {
        CSharpCompilation compilation = Library.Value.AddSyntaxTrees(
            files.Where(file => !IsPage(file.Path)).Select(file => Parse(file.Path, file.Text))
        );
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new RuleGenerator().AsSourceGenerator()],
            files.Where(file => IsPage(file.Path)).Select(file => new InMemoryPage(file.Path, file.Text)),
            ParseOptions,
            driverOptions: new GeneratorDriverOptions(
                IncrementalGeneratorOutputKind.None,
                trackIncrementalGeneratorSteps: true
            )
        );
        return new GeneratorRun(driver.RunGenerators(compilation), compilation);
    }

    internal static SyntaxTree Parse(string path, string text) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text), ParseOptions, path);

    internal static AdditionalText MakePage(string path, string text) => new InMemoryPage(path, text);

    private static bool IsPage(string path) => path.EndsWith(".md", StringComparison.Ordinal);

    private static IEnumerable<string> GetLibrarySources() =>
        from folder in new[] { "Text", "Diagnostics" }
        from path in Directory.EnumerateFiles(
            Path.Combine(RepositoryFiles.Root, "src", "DockerfileLint", folder),
            "*.cs"
        )
        select path;

    private sealed class InMemoryPage(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}

/// <summary>The generator after a run.</summary>
internal sealed class GeneratorRun(GeneratorDriver driver, CSharpCompilation compilation)
{
    internal GeneratorRunResult Result => driver.GetRunResult().Results[0];

    internal ImmutableArray<Diagnostic> Problems => Result.Diagnostics;

    /// <summary>What the compiler says about the library together with the generated code.</summary>
    internal IEnumerable<string> CompilerMessages =>
        compilation
            .AddSyntaxTrees(Result.GeneratedSources.Select(source => source.SyntaxTree))
            .GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(diagnostic => diagnostic.ToString());

    internal string GetSource(string name) =>
        Result.GeneratedSources.Single(source => source.HintName == name + ".g.cs").SourceText.ToString();

    internal GeneratorRun ReplacePage(string path, string text)
    {
        GeneratorDriver changed = driver.ReplaceAdditionalText(FindPage(path), GeneratorTest.MakePage(path, text));
        return new GeneratorRun(changed.RunGenerators(compilation), compilation);
    }

    internal GeneratorRun AddClass(string path, string text)
    {
        CSharpCompilation changed = compilation.AddSyntaxTrees(GeneratorTest.Parse(path, text));
        return new GeneratorRun(driver.RunGenerators(changed), changed);
    }

    internal IEnumerable<IncrementalStepRunReason> GetReasons(string step) =>
        Result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason);

    internal IEnumerable<IncrementalStepRunReason> GetOutputReasons() =>
        Result
            .TrackedOutputSteps.SelectMany(step => step.Value)
            .SelectMany(run => run.Outputs)
            .Select(output => output.Reason);

    private AdditionalText FindPage(string path) =>
        Result
            .TrackedSteps[DockerfileLint.Generators.RuleGenerator.PageStep]
            .SelectMany(run => run.Inputs)
            .Select(input => input.Source.Outputs[input.OutputIndex].Value)
            .OfType<AdditionalText>()
            .Single(page => page.Path == path);
}

using System.Reflection;
using DockerfileLint.Analyzers.CodeFixes;
using FluentAssertions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using NUnit.Framework;

[assembly: Parallelizable(ParallelScope.All)]

namespace DockerfileLint.Analyzers.Tests;

/// <summary>A member of C# with the findings marked in it, as <c>{|DC5007:"redis"|}</c>.</summary>
internal sealed class ContainerTest : CSharpCodeFixTest<ContainerAnalyzer, ImageFixProvider, DefaultVerifier>
{
    /// <summary>The base class library that runs the tests, so that nothing is fetched for them.</summary>
    private static readonly MetadataReference[] Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly Lazy<MetadataReference> Libraries = new(CompileStubs);

    private ContainerTest(string code)
    {
        ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        TestState.AdditionalReferences.AddRange(Framework);
        TestCode = code;
        SolutionTransforms.Add(
            (solution, project) =>
                solution.WithProjectParseOptions(project, new CSharpParseOptions(LanguageVersion.Latest))
        );
    }

    /// <summary>Holds against their marks the findings in a class with some members.</summary>
    internal static Task VerifyMembers(string members) => Create(members).RunAsync();

    /// <summary>The same for the statements of a method that has an Aspire <c>builder</c>.</summary>
    internal static Task VerifyStatements(string statements) => VerifyMembers(ToMember(statements));

    /// <summary>Holds the findings in statements against their marks, and what a fix makes against a text.</summary>
    internal static Task VerifyFix(string statements, string fixedStatements)
    {
        ContainerTest test = Create(ToMember(statements));
        test.FixedCode = ToCode(ToMember(fixedStatements));
        // An offer is no promise that nothing is left to say.
        test.CodeFixTestBehaviors = CodeFixTestBehaviors.FixOne | CodeFixTestBehaviors.SkipFixAllCheck;
        return test.RunAsync();
    }

    /// <summary>Holds against its marks a file that is compiled against packages as they are published.</summary>
    internal static Task VerifyPackages(string code, params string[] assemblies)
    {
        var test = new ContainerTest(code) { CompilerDiagnostics = CompilerDiagnostics.None };
        string root = typeof(ContainerTest)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == "PackageRoot")
            .Value!;
        test.TestState.AdditionalReferences.AddRange(
            assemblies.Select(path => MetadataReference.CreateFromFile(Path.Combine(root, path)))
        );
        return test.RunAsync();
    }

    /// <summary>A test of code that refers to none of the libraries.</summary>
    internal static Task VerifyAlone(string code) => new ContainerTest(code).RunAsync();

    private static ContainerTest Create(string members)
    {
        var test = new ContainerTest(ToCode(members));
        test.TestState.AdditionalReferences.Add(Libraries.Value);
        return test;
    }

    private static PortableExecutableReference CompileStubs()
    {
        var stream = new MemoryStream();
        CSharpCompilation
            .Create(
                "Stubs",
                new[] { Stubs.Testcontainers, Stubs.Aspire, Stubs.Docker }.Select(stub =>
                    CSharpSyntaxTree.ParseText("#nullable enable\n" + stub)
                ),
                Framework,
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
            )
            .Emit(stream)
            .Success.Should()
            .BeTrue();
        return MetadataReference.CreateFromImage(stream.ToArray());
    }

    private static string ToMember(string statements) =>
        $$"""
            void Run(IDistributedApplicationBuilder builder, string unknown, bool flag)
            {
            {{statements}}
            }
            """;

    private static string ToCode(string members) =>
        $$"""
            #nullable enable
            using System.Collections.Generic;
            using Aspire.Hosting;
            using Docker.DotNet.Models;
            using DotNet.Testcontainers.Builders;
            using DotNet.Testcontainers.Configurations;
            using DotNet.Testcontainers.Images;
            using Testcontainers.PostgreSql;
            class Subject
            {
            {{members}}
            }
            """;
}

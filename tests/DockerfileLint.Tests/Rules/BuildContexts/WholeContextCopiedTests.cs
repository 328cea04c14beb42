using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.BuildContexts;

internal sealed class WholeContextCopiedTests() : RuleTest("DL5021")
{
    [TestCase("FROM scratch\nCOPY [|.|] /x/\n")]
    [TestCase("FROM scratch\nCOPY [|./|] /x/\nADD [|/|] [|*|] /x/\n")]
    [TestCase("FROM scratch\nCOPY src/ *.js [|..|] /x/\n")]
    [TestCase("FROM scratch AS a\nFROM scratch\nCOPY --from=a . /x/\n")]
    [TestCase("FROM scratch\nCOPY --exclude=.git . /x/\n")]
    public void The_whole_context_is_reported_where_nothing_holds_it_back(string markup) =>
        Verify(markup, new InMemoryFiles(), []);

    [TestCase(".git\n.env\n")]
    [TestCase("**/.git\n**/.env*\n")]
    [TestCase(".git/*\n.*\n")]
    [TestCase("*\n!src\n")]
    public void A_sufficient_ignore_file_keeps_the_rule_silent(string ignored) =>
        Verify("FROM scratch\nCOPY . /x/\n", new InMemoryFiles { [".dockerignore"] = ignored }, []);

    [TestCase("node_modules\n", ".git, .env")]
    [TestCase(".git\n", ".env")]
    [TestCase(".*\n!.env\n", ".env")]
    [TestCase("*.env\n", ".git")]
    public void What_passes_is_named(string ignored, string names) =>
        Verify("FROM scratch\nCOPY [|.|] /x/\n", new InMemoryFiles { [".dockerignore"] = ignored }, [])[0]
            .Message.ToString()
            .Should()
            .Contain($"lets '{names}' through");

    [Test]
    public void What_a_build_stage_copies_comes_into_no_image()
    {
        Verify("FROM a AS build\nCOPY [|.|] /x/\nFROM a\n", new InMemoryFiles(), [])[0]
            .Message.ToString()
            .Should()
            .Contain("into this stage");
        Verify("FROM a AS build\nCOPY . /x/\nFROM a\n", new InMemoryFiles { [".dockerignore"] = "node_modules\n" }, []);
        Verify("FROM a AS base\nCOPY [|.|] /x/\nFROM base\n", new InMemoryFiles(), [])[0]
            .Message.ToString()
            .Should()
            .Contain("into the image");
    }

    [Test]
    public void Keys_count_where_they_are_there()
    {
        var files = new InMemoryFiles { [".dockerignore"] = ".git\n.env\n", ["id_rsa"] = "" };

        Verify("FROM scratch\nCOPY [|.|] /x/\n", files, [])[0]
            .Message.ToString()
            .Should()
            .Contain("lets 'id_rsa' through");
    }

    [Test]
    public void The_repository_counts_in_a_folder_below_the_root_where_it_is_there()
    {
        Verify("FROM scratch\nCOPY . /x/\n", new InMemoryFiles { ["a/.dockerignore"] = ".env\n" }, [], "a/Dockerfile");
        Verify(
            "FROM scratch\nCOPY [|.|] /x/\n",
            new InMemoryFiles { ["a/.dockerignore"] = ".env\n", ["a/.git/HEAD"] = "" },
            [],
            "a/Dockerfile"
        );
    }

    [Test]
    public void A_folder_above_with_an_ignore_file_may_be_the_context()
    {
        Verify("FROM scratch\nCOPY . /x/\n", new InMemoryFiles { [".dockerignore"] = "" }, [], "a/b/Dockerfile");
        Verify("FROM scratch\nCOPY [|.|] /x/\n", new InMemoryFiles(), [], "a/b/Dockerfile");
    }

    [Test]
    public void Nothing_is_said_where_nothing_is_known() => Verify("FROM scratch\nCOPY . /x/\n");
}

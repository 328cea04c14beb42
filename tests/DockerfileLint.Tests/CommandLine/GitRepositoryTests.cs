using DockerfileLint.CommandLine;
using DockerfileLint.Reporting;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.CommandLine;

public class GitRepositoryTests
{
    private const string Commit = "0123456789abcdef0123456789abcdef01234567";
    private const string Address = "https://example.com/shop/web.git";

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void A_checkout_gives_address_commit_and_branch_from_any_folder_in_it()
    {
        WriteConfiguration(".git");
        _folder.Write(".git/HEAD", "ref: refs/heads/feature/x\n");
        _folder.Write(".git/refs/heads/feature/x", Commit + "\n");
        _folder.Write("a/b/Dockerfile");

        GitRepository.Read(_folder["a/b"]).Should().Be(new VersionControlDetails(Address, Commit, "feature/x"));
    }

    [Test]
    public void A_packed_reference_is_found()
    {
        WriteConfiguration(".git");
        _folder.Write(".git/HEAD", "ref: refs/heads/main\n");
        _folder.Write(
            ".git/packed-refs",
            $"# pack-refs with: peeled\n{new string('f', 40)} refs/heads/main2\n{Commit} refs/heads/main\n"
        );

        GitRepository.Read(_folder.Path).Should().Be(new VersionControlDetails(Address, Commit, "main"));
    }

    [Test]
    public void A_detached_head_has_no_branch()
    {
        WriteConfiguration(".git");
        _folder.Write(".git/HEAD", Commit + "\n");

        GitRepository.Read(_folder.Path).Should().Be(new VersionControlDetails(Address, Commit, null));
    }

    [Test]
    public void A_branch_without_commit_has_no_revision()
    {
        WriteConfiguration(".git");
        _folder.Write(".git/HEAD", "ref: refs/heads/main\n");

        GitRepository.Read(_folder.Path).Should().Be(new VersionControlDetails(Address, null, "main"));
    }

    [Test]
    public void A_linked_worktree_has_its_own_head_and_shares_the_rest()
    {
        WriteConfiguration("main/.git");
        _folder.Write("main/.git/refs/heads/side", Commit);
        _folder.Write("main/.git/worktrees/w/HEAD", "ref: refs/heads/side\n");
        _folder.Write("main/.git/worktrees/w/commondir", "../..\n");
        _folder.Write("w/.git", $"gitdir: {_folder["main/.git/worktrees/w"]}\n");

        GitRepository.Read(_folder["w"]).Should().Be(new VersionControlDetails(Address, Commit, "side"));
    }

    [Test]
    public void Without_a_remote_there_are_no_facts()
    {
        _folder.Write(".git/HEAD", "ref: refs/heads/main\n");
        _folder.Write(".git/config", "[core]\n\turl = not-a-remote\n[remote \"upstream\"]\n\turl = other\n");

        GitRepository.Read(_folder.Path).Should().BeNull();
    }

    [TestCase("ref: ../../secret")]
    [TestCase("ref: refs/heads/../../../secret")]
    [TestCase("ref: /etc/hostname")]
    [TestCase("root:x:0:0:root:/root:/bin/bash")]
    public void What_is_no_branch_and_no_commit_is_not_told(string head)
    {
        WriteConfiguration(".git");
        _folder.Write("secret", Commit + "\n");
        _folder.Write(".git/HEAD", head + "\n");

        ReadQuietly().Should().Be((null, true));
    }

    [Test]
    public void A_branch_that_holds_something_else_is_not_told()
    {
        WriteConfiguration(".git");
        _folder.Write(".git/HEAD", "ref: refs/heads/main\n");
        _folder.Write(".git/refs/heads/main", "a secret\n");

        ReadQuietly().Should().Be((null, true));
    }

    [TestCase(".git/HEAD")]
    [TestCase(".git/config")]
    [TestCase(".git/packed-refs")]
    [TestCase(".git/refs/heads/main")]
    [Platform(Exclude = "Win", Reason = "Links need a privilege there.")]
    public void Links_out_of_the_folder_are_not_followed(string path)
    {
        WriteConfiguration(".git");
        _folder.Write(".git/HEAD", "ref: refs/heads/main\n");
        _folder.Write("outside", File.ReadAllText(_folder[".git/config"]) + Commit);
        _folder.Write(path, "");
        File.Delete(_folder[path]);
        _folder.Link(path, _folder["outside"]);

        ReadQuietly().Should().Be((null, true));
    }

    [TestCase(".git/HEAD")]
    [TestCase(".git/config")]
    [TestCase(".git/packed-refs")]
    [TestCase(".git/commondir")]
    [Platform(Exclude = "Win", Reason = "There are no such files there.")]
    public void Pipes_are_not_waited_for(string path)
    {
        WriteConfiguration(".git");
        _folder.Write(".git/HEAD", "ref: refs/heads/main\n");
        File.Delete(_folder[path]);
        _folder.MakePipe(path);

        ReadQuietly().Should().Be((null, true));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "There are no such files there.")]
    public void A_pipe_in_place_of_the_folder_is_no_repository()
    {
        _folder.MakePipe(".git");

        ReadQuietly().Should().Be((null, false));
    }

    [Test]
    public void Files_above_the_limit_are_not_read()
    {
        WriteConfiguration(".git");
        _folder.Write(".git/HEAD", "ref: refs/heads/main\n");
        _folder.Write(
            ".git/packed-refs",
            new string('#', AnalysisBudget.MaxRepositoryFileLength) + $"\n{Commit} refs/heads/main\n"
        );

        ReadQuietly().Should().Be((null, true));
    }

    private (VersionControlDetails? Details, bool IsWarned) ReadQuietly()
    {
        using var error = new StringWriter();
        VersionControlDetails? details = GitRepository.Read(_folder.Path, error);
        return (details, error.ToString().Length > 0);
    }

    private void WriteConfiguration(string folder) =>
        _folder.Write(
            folder + "/config",
            $"[core]\n\tbare = false\n[remote \"other\"]\n\turl = https://example.com/other\n[remote "
                + $"\"origin\"]\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n\turl = {Address}\n"
        );
}

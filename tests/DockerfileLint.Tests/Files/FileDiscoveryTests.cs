using CsCheck;
using DockerfileLint.Analysis.Languages;
using DockerfileLint.Files;
using DockerfileLint.Tests.CommandLine;
using DockerfileLint.Text;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.Files;

public class FileDiscoveryTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void Files_come_in_ordinal_path_order()
    {
        _folder.WriteAll(
            "b/Dockerfile",
            "a/Dockerfile",
            "a-b/Dockerfile",
            "a/b/web.Dockerfile",
            "Z/Dockerfile",
            "compose.yaml",
            "notes.txt",
            ".devcontainer/Dockerfile"
        );

        Find(".")
            .Should()
            .Equal(
                ".devcontainer/Dockerfile",
                "Z/Dockerfile",
                "a-b/Dockerfile",
                "a/Dockerfile",
                "a/b/web.Dockerfile",
                "b/Dockerfile",
                "compose.yaml"
            );
    }

    [Test]
    public void The_order_of_arguments_changes_nothing_and_each_file_comes_once()
    {
        _folder.WriteAll("a/Dockerfile", "b/Dockerfile");

        Find("b", "a/Dockerfile", ".", "./a").Should().Equal("a/Dockerfile", "b/Dockerfile");
    }

    [Test]
    public void A_named_file_is_taken_whatever_its_name()
    {
        _folder.WriteAll("Dockerfile.md", "stack.yml", "image.txt");

        Find("image.txt", "stack.yml", "Dockerfile.md").Should().Equal("Dockerfile.md", "image.txt", "stack.yml");
    }

    [Test]
    public void Paths_are_relative_to_the_root_and_as_given_outside_it()
    {
        _folder.WriteAll("repo/app/Dockerfile", "other/Dockerfile");
        IReadOnlyList<InputFile> files =
        [
            .. FileDiscovery
                .Start(["app", "../other/"], _folder["repo"], _folder["repo"], language: null, [])
                .Enumerate(CancellationToken.None),
        ];

        files.Select(file => file.Path).Should().Equal("../other/Dockerfile", "app/Dockerfile");
    }

    [Test]
    public void A_root_above_the_working_directory_is_the_start_of_all_paths()
    {
        _folder.Write("repo/app/Dockerfile");
        IReadOnlyList<InputFile> files =
        [
            .. FileDiscovery
                .Start(["."], _folder["repo/app"], _folder["repo"], language: null, [])
                .Enumerate(CancellationToken.None),
        ];

        files.Select(file => file.Path).Should().Equal("app/Dockerfile");
    }

    [Test]
    public void Ignored_files_and_folders_are_left_out()
    {
        _folder.Write(".gitignore", "out/\n*.tmp.Dockerfile\n/Dockerfile.local\n");
        _folder.WriteAll(
            "Dockerfile",
            "Dockerfile.local",
            "sub/Dockerfile.local",
            "out/Dockerfile",
            "sub/out/Dockerfile",
            "a.tmp.Dockerfile",
            ".git/Dockerfile"
        );

        Find(".").Should().Equal("Dockerfile", "sub/Dockerfile.local");
    }

    [Test]
    public void A_nested_ignore_file_has_the_last_word_in_its_folder()
    {
        _folder.Write(".gitignore", "*.Dockerfile\n");
        _folder.Write("sub/.gitignore", "!keep.Dockerfile\n/Dockerfile\n");
        _folder.WriteAll(
            "keep.Dockerfile",
            "sub/keep.Dockerfile",
            "sub/deep/keep.Dockerfile",
            "sub/drop.Dockerfile",
            "sub/Dockerfile",
            "sub/deep/Dockerfile"
        );

        Find(".").Should().Equal("sub/deep/Dockerfile", "sub/deep/keep.Dockerfile", "sub/keep.Dockerfile");
    }

    [Test]
    public void Ignore_files_above_the_linted_folder_hold_within_its_repository()
    {
        _folder.Write("repo/.git/info/exclude", "mine/\n");
        _folder.Write("repo/.gitignore", "/app/gen/\n");
        _folder.Write(".gitignore", "*\n");
        _folder.WriteAll("repo/app/Dockerfile", "repo/app/gen/Dockerfile", "repo/app/mine/Dockerfile");

        Find("repo/app").Should().Equal("repo/app/Dockerfile");
    }

    [Test]
    public void A_folder_that_is_named_is_searched_even_where_it_is_ignored()
    {
        _folder.Write(".gitignore", "out/\n");
        _folder.Write("out/Dockerfile");

        Find("out").Should().Equal("out/Dockerfile");
    }

    [Test]
    public void Excluded_paths_are_left_out_even_where_they_are_named()
    {
        _folder.WriteAll("Dockerfile", "test/Dockerfile", "src/test/Dockerfile", "src/Dockerfile.old");
        IReadOnlyList<InputFile> files =
        [
            .. FileDiscovery
                .Start(
                    ["Dockerfile", "test/Dockerfile", "src"],
                    _folder.Path,
                    _folder.Path,
                    language: null,
                    ["/test", "*.old"]
                )
                .Enumerate(CancellationToken.None),
        ];

        files.Select(file => file.Path).Should().Equal("Dockerfile", "src/test/Dockerfile");
    }

    [Test]
    public void Workflows_that_are_named_after_Compose_are_no_Compose_files()
    {
        _folder.WriteAll(".github/workflows/docker-compose.yml", "compose.yml");

        Find(".").Should().Equal("compose.yml");
    }

    [Test]
    public void A_path_that_does_not_exist_is_a_problem_of_its_own()
    {
        _folder.Write("Dockerfile");
        IReadOnlyList<InputFile> files = FindFiles("missing", ".");

        files
            .Select(file => (file.Path, file.Problem))
            .Should()
            .Equal(("Dockerfile", null), ("missing", UnreadableReason.NotFound));
    }

    [Test]
    public void A_folder_in_the_place_of_a_Dockerfile_is_a_problem_unless_it_holds_files_to_lint()
    {
        Directory.CreateDirectory(_folder["a/Dockerfile"]);
        Directory.CreateDirectory(_folder["a/Dockerfile.d"]);
        _folder.Write("b/Dockerfile/Dockerfile");
        IReadOnlyList<InputFile> files = FindFiles(".");

        files
            .Select(file => (file.Path, file.Problem))
            .Should()
            .Equal(("a/Dockerfile", UnreadableReason.Other), ("b/Dockerfile/Dockerfile", null));
        files[0].ProblemDetail.Should().Be("it is a folder, not a file");
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Links need a privilege there.")]
    public void Links_to_folders_are_not_followed()
    {
        _folder.WriteAll("a/Dockerfile", "outside/Dockerfile");
        _folder.Link("root/up", "..");
        _folder.Link("root/outside", "../outside");
        _folder.Write("root/Dockerfile");

        Find("root").Should().Equal("root/Dockerfile");
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Links need a privilege there.")]
    public void A_link_to_a_file_inside_is_read_through_and_others_are_problems()
    {
        _folder.Write("root/real/Dockerfile", "secret");
        _folder.Link("root/Dockerfile", "real/Dockerfile");
        _folder.Link("root/Dockerfile.dangling", "nowhere");
        _folder.Link("root/Dockerfile.loop", "Dockerfile.pool");
        _folder.Link("root/Dockerfile.pool", "Dockerfile.loop");
        _folder.Link("root/Dockerfile.outside", "../secret");
        IReadOnlyList<InputFile> files =
        [
            .. FileDiscovery
                .Start(["."], _folder["root"], _folder["root"], language: null, [])
                .Enumerate(CancellationToken.None),
        ];

        files
            .Select(file => (file.Path, file.Problem))
            .Should()
            .Equal(
                ("Dockerfile", null),
                ("Dockerfile.dangling", UnreadableReason.Other),
                ("Dockerfile.loop", UnreadableReason.LinkLoop),
                ("Dockerfile.outside", UnreadableReason.Other),
                ("Dockerfile.pool", UnreadableReason.LinkLoop),
                ("real/Dockerfile", null)
            );
        files[0].FullPath.Should().EndWith(Path.Combine("real", "Dockerfile"));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Links need a privilege there.")]
    public void A_link_that_is_named_leads_out_of_the_root_only_where_that_is_asked_for()
    {
        _folder.Write("outside/Dockerfile");
        _folder.Link("root/Dockerfile", "../outside/Dockerfile");
        _folder.Link("root/folder", "../outside");
        _folder.Link("root/inside", "Dockerfile.real");
        _folder.Write("root/Dockerfile.real");
        _folder.Link("elsewhere/Dockerfile", "../outside/Dockerfile");

        Problem("Dockerfile").Should().Be(UnreadableReason.Other);
        Problem("folder").Should().Be(UnreadableReason.Other);
        Problem("folder/Dockerfile").Should().Be(UnreadableReason.Other);
        Problem(_folder["root/Dockerfile"]).Should().Be(UnreadableReason.Other);
        Problem("inside").Should().BeNull();
        Problem("../elsewhere/Dockerfile").Should().BeNull();
        Problem("Dockerfile", followsLinks: true).Should().BeNull();
        Problem("folder", followsLinks: true).Should().BeNull();

        UnreadableReason? Problem(string path, bool followsLinks = false) =>
            FileDiscovery
                .Start([path], _folder["root"], _folder["root"], language: null, [], followsLinks: followsLinks)
                .Enumerate(CancellationToken.None)
                .Should()
                .ContainSingle()
                .Which.Problem;
    }

    [Test]
    public void Ignored_files_are_counted_and_found_where_that_is_asked_for()
    {
        _folder.Write(".gitignore", "Dockerfile.*\nout/\n");
        _folder.WriteAll(
            "Dockerfile",
            "Dockerfile.a",
            "Dockerfile.b",
            "out/Dockerfile",
            "excluded/Dockerfile",
            "notes"
        );

        var discovery = FileDiscovery.Start(["."], _folder.Path, _folder.Path, language: null, ["excluded"]);
        discovery.Enumerate(CancellationToken.None).Select(file => file.Path).Should().Equal("Dockerfile");

        discovery.Record.SkippedFiles.Should().Be(2);
        discovery.Record.SkippedFolders.Should().Be(2);
        FileDiscovery
            .Start(["."], _folder.Path, _folder.Path, language: null, [], ignores: false)
            .Enumerate(CancellationToken.None)
            .Select(file => file.Path)
            .Should()
            .Equal("Dockerfile", "Dockerfile.a", "Dockerfile.b", "excluded/Dockerfile", "out/Dockerfile");
    }

    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    public void What_git_tracks_is_found_whatever_the_ignore_files_say(int version)
    {
        _folder.Write(".gitignore", "*\n");
        _folder.WriteAll(
            "a/Dockerfile",
            "a/b/c.Dockerfile",
            "a/b/other.Dockerfile",
            "out/Dockerfile",
            ".hg/Dockerfile"
        );
        _folder.WriteIndex(
            ".git/index",
            version,
            ".hg/Dockerfile",
            "a/Dockerfile",
            "a/README",
            "a/b/c.Dockerfile",
            "module/"
        );
        _folder.Write("module/.git", "gitdir: ../.git/modules/m\n");
        _folder.WriteAll("module/Dockerfile", "module/Dockerfile.own");
        _folder.WriteIndex(".git/modules/m/index", version, "Dockerfile.own");

        Find(".").Should().Equal(".hg/Dockerfile", "a/Dockerfile", "a/b/c.Dockerfile", "module/Dockerfile.own");
        _folder.Write("module/.gitignore", "*\n");
        Find("module").Should().Equal("module/Dockerfile.own");
        Find("a/b").Should().Equal("a/b/c.Dockerfile");
    }

    [TestCase("")]
    [TestCase("DIRC")]
    [TestCase("no index at all, but longer than its header is")]
    public void An_index_that_cannot_be_read_hides_nothing(string text)
    {
        _folder.Write(".gitignore", "*\n");
        _folder.Write(".git/index", text);
        _folder.WriteAll("a/Dockerfile");

        Find(".").Should().Equal("a/Dockerfile");
    }

    [Test]
    public void Folders_of_other_version_control_and_names_that_end_alike_are_searched()
    {
        _folder.WriteAll(".hg/Dockerfile", ".svn/Dockerfile", "x.git/Dockerfile", ".git/Dockerfile");
        _folder.Write("x.github/workflows/compose.yaml", "services: {}\n");
        _folder.Write(".github/workflows/compose.yaml", "on: push\njobs: {}\n");
        _folder.Write(".github/workflows/docker-compose.yml", "x: \"\njobs:\n\"\nservices: {}\n");

        Find(".")
            .Should()
            .Equal(
                ".github/workflows/docker-compose.yml",
                ".hg/Dockerfile",
                ".svn/Dockerfile",
                "x.git/Dockerfile",
                "x.github/workflows/compose.yaml"
            );
    }

    [Test]
    [Platform(Include = "Linux", Reason = "Elsewhere a name is valid Unicode.")]
    public void A_name_that_is_no_UTF_8_is_told_even_where_it_reads_as_another_one()
    {
        _folder.WriteAll("Dockerfile.\uFFFD", "Dockerfile.\uFFFD (2)");
        _folder.CopyToBytes("Dockerfile.\uFFFD", "Dockerfile.\\377");

        IReadOnlyList<InputFile> files = FindFiles(".");
        _folder.RemoveFiles();

        files
            .Select(file => (file.Path, file.Problem))
            .Should()
            .Equal(
                ("Dockerfile.\uFFFD", null),
                ("Dockerfile.\uFFFD (2)", null),
                ("Dockerfile.\uFFFD (3)", UnreadableReason.Other)
            );
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Permissions are others there.")]
    public void A_folder_that_must_not_be_read_is_a_problem_and_hides_nothing_else()
    {
        _folder.WriteAll("closed/Dockerfile", "open/Dockerfile");
        IReadOnlyList<InputFile> files = _folder.ReadWithoutAccess("closed", () => FindFiles("."));

        files.Select(file => file.Path).Should().Equal("closed", "open/Dockerfile");
        files[0].ProblemDetail.Should().Be("access is denied");
    }

    [Test]
    public void Any_tree_and_arguments_give_what_a_sorted_full_listing_gives()
    {
        // Names that sort next to '/', and letters whose order differs between UTF-16 and UTF-8.
        string[] words =
        [
            "a",
            "a-",
            "a.b",
            "a0",
            "Dockerfile",
            "Dockerfile-x",
            "Dockerfile.d",
            "dockerfile",
            "compose.yaml",
            "compose.yaml!",
            "\uFF5E.Dockerfile",
            "\U0001F600.Dockerfile",
            "x.Dockerfile",
        ];
        Gen<string> path = Gen.Int[0, words.Length - 1]
            .Select(index => words[index])
            .Array[1, 4]
            .Select(names => string.Join('/', names));
        Gen.Select(path.Array[1, 12], path.Array[0, 4], Gen.Int[0, int.MaxValue].Array[0, 4], Gen.Bool)
            .Sample(
                (files, folders, named, all) =>
                {
                    using var folder = new TemporaryFolder();
                    foreach (
                        string file in files.Where(file => !Path.Exists(folder[file]) && !IsBelowFile(folder, file))
                    )
                    {
                        folder.Write(file);
                    }

                    foreach (
                        string empty in folders.Where(empty =>
                            !File.Exists(folder[empty]) && !IsBelowFile(folder, empty)
                        )
                    )
                    {
                        Directory.CreateDirectory(folder[empty]);
                    }

                    string[] entries =
                    [
                        .. Directory
                            .EnumerateFileSystemEntries(folder.Path, "*", SearchOption.AllDirectories)
                            .Select(entry =>
                                Path.GetRelativePath(folder.Path, entry).Replace(Path.DirectorySeparatorChar, '/')
                            ),
                    ];
                    string[] arguments =
                    [
                        .. named.Select(index => entries[index % entries.Length]),
                        .. all || named.Length == 0 ? ["."] : Array.Empty<string>(),
                    ];

                    FileDiscovery discovery = FileDiscovery.Start(
                        arguments,
                        folder.Path,
                        folder.Path,
                        language: null,
                        []
                    );
                    discovery
                        .Enumerate(CancellationToken.None)
                        .Select(file => (file.Path, file.Problem))
                        .Should()
                        .Equal(List(folder, entries, arguments));
                },
                iter: 200
            );
    }

    [Test]
    public void Folders_are_read_as_files_are_asked_for()
    {
        _folder.WriteAll("a/Dockerfile", "b/Dockerfile", "c/Dockerfile", "d/Dockerfile");
        using IEnumerator<InputFile> files = Enumerate("a", "b", "c", ".").GetEnumerator();
        files.MoveNext().Should().BeTrue();
        _folder.WriteAll("c/web.Dockerfile", "d/web.Dockerfile");

        var rest = new List<string>();
        while (files.MoveNext())
        {
            rest.Add(files.Current.Path);
        }

        rest.Should().Equal("b/Dockerfile", "c/Dockerfile", "c/web.Dockerfile", "d/Dockerfile", "d/web.Dockerfile");
    }

    [Test]
    public void A_cancelled_walk_ends()
    {
        _folder.WriteAll("a/Dockerfile", "b/Dockerfile");
        using var cancellation = new CancellationTokenSource();
        using IEnumerator<InputFile> files = FileDiscovery
            .Start(["."], _folder.Path, _folder.Path, language: null, [])
            .Enumerate(cancellation.Token)
            .GetEnumerator();
        files.MoveNext().Should().BeTrue();
        cancellation.Cancel();

        files.Invoking(rest => rest.MoveNext()).Should().Throw<OperationCanceledException>();
    }

    private static bool IsBelowFile(TemporaryFolder folder, string path) =>
        Enumerable.Range(0, path.Length).Any(length => path[length] == '/' && File.Exists(folder[path[..length]]));

    private static IEnumerable<(string Path, UnreadableReason? Problem)> List(
        TemporaryFolder folder,
        string[] entries,
        string[] arguments
    )
    {
        bool IsArgument(string entry) => arguments.Contains(entry);
        bool IsWalked(string entry) =>
            arguments.Any(argument => argument == "." || entry.StartsWith(argument + "/", StringComparison.Ordinal));
        string[] files =
        [
            .. entries.Where(entry =>
                File.Exists(folder[entry])
                && (IsArgument(entry) || (IsWalked(entry) && Language.FromName(Path.GetFileName(entry)) is not null))
            ),
        ];
        IEnumerable<string> folders = entries.Where(entry =>
            Directory.Exists(folder[entry])
            && IsWalked(entry)
            && Language.All.Any(language => language.IsDefaultName(Path.GetFileName(entry)))
            && !files.Any(file => file.StartsWith(entry + "/", StringComparison.Ordinal))
        );
        return files
            .Select(file => (file, (UnreadableReason?)null))
            .Concat(folders.Select(entry => (entry, (UnreadableReason?)UnreadableReason.Other)))
            .OrderBy(entry => entry.Item1, StringComparer.Ordinal);
    }

    private IEnumerable<string> Find(params string[] paths) => FindFiles(paths).Select(file => file.Path);

    private IReadOnlyList<InputFile> FindFiles(params string[] paths) => [.. Enumerate(paths)];

    private IEnumerable<InputFile> Enumerate(params string[] paths) =>
        FileDiscovery.Start(paths, _folder.Path, _folder.Path, language: null, []).Enumerate(CancellationToken.None);
}

using CsCheck;
using DockerfileLint.LanguageServer.Features;
using DockerfileLint.LanguageServer.Protocol;
using DockerfileLint.Tests.Testing;
using FluentAssertions;
using NUnit.Framework;

namespace DockerfileLint.Tests.LanguageServer;

/// <summary>No feature fails on a text, wherever its user is, and none costs more than its length.</summary>
internal sealed class FeatureRobustnessTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly Gen<string> DockerfilePart = Gen.OneOf(
        "FROM a AS x\n",
        "from x\n",
        "ARG V=$V\n",
        "ENV A=${B:-$A} \\\n  C='d\n",
        "RUN --mount=type=cache,from=x,",
        "COPY --from=0 <<E /\n",
        "E\n",
        "# check=skip=\n",
        "RUN for i in $V; do echo \"${i}\" | x && (y || z; done\n",
        "ONBUILD RUN ls $V\n",
        "RUN [\"sh\", \"-c\", \"echo $V\"]\n",
        "\\\n",
        "\t",
        "ä😀"
    );

    private static readonly Gen<string> ComposePart = Gen.OneOf(
        "services:\n",
        "  web: &a\n",
        "    image: ${V:-x}\n",
        "    <<: *a\n",
        "    depends_on: [db, web\n",
        "      - type: volume\n",
        "        source: v\n",
        "    build:\n      context: .\n      target: x\n",
        "    extends: {service: web}\n",
        "volumes:\n  v:\n",
        "    command: |\n      a ${\n",
        "  ? x\n",
        "- *b\n",
        "\t\r",
        "ä😀: \""
    );

    [TestCase("Dockerfile")]
    [TestCase("compose.yaml")]
    public void No_feature_fails_on_any_text(string path) =>
        Gen.Select((path == "Dockerfile" ? DockerfilePart : ComposePart).Array[0, 12], Gen.Double[0, 1])
            .Sample(
                (parts, place) =>
                {
                    string text = string.Concat(parts);
                    int offset = (int)(place * text.Length);
                    offset -= offset > 0 && offset < text.Length && char.IsLowSurrogate(text[offset]) ? 1 : 0;
                    Use(ViewedText.CreateAt(path, text, offset));
                },
                iter: 1_000
            );

    [TestCase("Dockerfile", "FROM a AS s{0}\nARG V{0}=1\nRUN echo $V{0}\nCOPY --from=s{0} a b\n")]
    [TestCase("Dockerfile", "FROM a\n# x\nRUN a &&   \\\nb\n\n\n\n")]
    [TestCase("compose.yaml", "x-{0}: &a{0} ${{V{0}}}\ny-{0}: *a{0}\n")]
    public void Twice_the_text_is_twice_the_work(string path, string part)
    {
        Work.ShouldGrowAsTheInput(
            size =>
            {
                string text = string.Concat(Enumerable.Range(0, size).Select(i => string.Format(null, part, i)));
                var viewed = ViewedText.CreateAt(path, text, text.Length / 2);
                viewed.View.Lint(None);
                return () => Use(viewed);
            },
            200
        );
    }

    [Test]
    public void An_alias_in_its_own_anchor_is_followed_by_nobody() =>
        Use(
            ViewedText.CreateAt(
                "compose.yaml",
                "services: &a\n  web: *a\n  db:\n    <<: *a\n    depends_on: *a\n    build: *a\n    extends: *a\n",
                20
            )
        );

    private static void Use(ViewedText viewed)
    {
        PositionParameters place = viewed.Place;
        var range = new RangeParameters(place.TextDocument, viewed.Whole);
        Hovers.Find(viewed.View, place, None);
        Completions.Find(viewed.View, place, None).Should().NotBeNull();
        Navigation.FindDefinitions(viewed.View, place, None);
        Navigation.PrepareRename(viewed.View, place, None);
        Navigation.FindHighlights(viewed.View, place, None);
        DocumentSymbols.Find(viewed.View, None);
        Folding.Find(viewed.View, None);
        SelectionRanges.Find(viewed.View, new SelectionRangeParameters(place.TextDocument, [place.Position]), None);
        DocumentLinks.Find(viewed.View, None);
        InlayHints.Find(viewed.View, range, None);
        SemanticHighlighting.Find(viewed.View, range: null, None);
        Formatting.Find(viewed.View, new FormattingParameters(place.TextDocument), None);
        new CodeActions(canResolve: true, knowsVersions: true).Find(
            viewed.View,
            new CodeActionParameters(place.TextDocument, new PositionRange(place.Position, place.Position)),
            None
        );
    }
}

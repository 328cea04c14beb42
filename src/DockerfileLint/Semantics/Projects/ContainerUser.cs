using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DockerfileLint.Semantics.Compose;
using DockerfileLint.Semantics.Dockerfiles;
using DockerfileLint.Syntax.Dockerfiles;
using DockerfileLint.Text;

namespace DockerfileLint.Semantics.Projects;

/// <summary>Who runs a container. Immutable.</summary>
[Experimental(ExperimentalApi.Id)]
public sealed class ContainerUser
{
    private static readonly UserSpecification Root = new("root", Group: null);

    private ContainerUser(EffectiveFact<UserSpecification> value, EffectiveFact<bool> isRoot, string? dropsBy = null)
    {
        Value = value;
        IsRoot = isRoot;
        DropsBy = dropsBy;
    }

    /// <summary>
    /// The user that the container starts as: that of the service, else that of the image. Unknown where an image
    /// decides that no file tells of; of widely used images it is known by default.
    /// </summary>
    public EffectiveFact<UserSpecification> Value { get; }

    /// <summary>Whether that is root, under whatever name.</summary>
    public EffectiveFact<bool> IsRoot { get; }

    /// <summary>
    /// What gives up root once the container runs, as far as the image tells: a program, or a server whose workers are
    /// not root; <c>null</c> where nothing is known of such.
    /// </summary>
    public string? DropsBy { get; }

    /// <summary>Whether the deciding text stands in the Compose file, as the key <c>user</c>.</summary>
    public bool IsSetByService { get; private init; }

    /// <summary>The deciding USER of a Dockerfile of the project, or <c>null</c> where none decides.</summary>
    public WordSyntax? Word { get; private init; }

    /// <summary>The user.</summary>
    public override string ToString() => Value.DisplayText;

    internal static ContainerUser Find(EffectiveContainer container)
    {
        Service service = container.Service;
        ContainerUser ofImage = FindOfImage(container, depth: 0);
        if (service.User is not { } user)
        {
            return ofImage;
        }

        EffectiveFact<UserSpecification> value = FactSteps.Create(service, user);
        EffectiveFact<bool> isRoot = value.Select(known => known.IsRoot);
        if (
            container.Image.Build is { Model: { } model, Stage: { } stage } build
            && user.TryGetValue(out UserSpecification? known)
            && RootAccounts.Find(model, stage, known.User) is { } account
        )
        {
            isRoot = IsRootAccount(value, build, account, known.User);
        }

        return new ContainerUser(value, isRoot) { IsSetByService = true };
    }

    /// <summary>The user that the image has, whatever the service sets.</summary>
    internal static ContainerUser FindOfImage(EffectiveContainer container, int depth)
    {
        Service service = container.Service;
        ContainerImage image = container.Image;
        ImmutableArray<FactStep> steps = FactSteps.Of(service);
        if (image.Builder is not null && image.Reference is { } name)
        {
            steps = steps.Add(
                new FactStep(name.Span, $"The image is the one that service '{image.Builder.Name}' builds.")
            );
        }

        if (image.Build is not { } build)
        {
            return FindOfReference(service, image.Reference, steps);
        }

        steps = steps.Built(build);
        if (build is not { Model: { } model, Stage: { } stage })
        {
            return Unknown(steps);
        }

        return stage.User is { Word: { } word } user
            ? FindOfInstruction(build, model, stage, user, word, steps)
            : FindOfBase(container.Project, build, stage, steps, depth);
    }

    private static ContainerUser FindOfInstruction(
        ResolvedBuild build,
        DockerfileModel model,
        Stage stage,
        EffectiveUser user,
        WordSyntax word,
        ImmutableArray<FactStep> steps
    )
    {
        steps = steps.Decided(build, user.Stage, word, "This USER decides.");
        Fact<UserSpecification> written = user.Value;
        var value = new EffectiveFact<UserSpecification>(
            written.ValueOr(null),
            written.Certainty,
            steps,
            written.DisplayText.Length > 0 ? written.DisplayText : word.Text
        );
        EffectiveFact<bool> isRoot = value.Select(known => known.IsRoot);
        if (
            written.TryGetValue(out UserSpecification? known)
            && RootAccounts.Find(model, stage, known.User) is { } account
        )
        {
            isRoot = IsRootAccount(value, build, account, known.User);
        }

        return new ContainerUser(value, isRoot, isRoot.IsCertainly(true) ? PrivilegeDrop.Find(model, stage) : null)
        {
            Word = word,
        };
    }

    private static EffectiveFact<bool> IsRootAccount(
        EffectiveFact<UserSpecification> value,
        ResolvedBuild build,
        TextSpan account,
        string name
    ) =>
        new(
            value: true,
            value.Certainty,
            value.Steps.Add(
                new FactStep(
                    build.Map(new SourceSpan(build.Model!.Tree.File, account)),
                    $"The user '{name}' gets the number 0 here."
                )
            )
        );

    private static ContainerUser FindOfBase(
        ProjectModel project,
        ResolvedBuild build,
        Stage stage,
        ImmutableArray<FactStep> steps,
        int depth
    )
    {
        Stage root = stage.RootStage;
        Syntax.SyntaxNode from = (Syntax.SyntaxNode?)root.From.Image ?? root.From;

        // Of a stage that is built on no other one the FROM is the last step already.
        SourceSpan place = build.GetSpan(from);
        steps = steps[steps.Length - 1].Span == place ? steps.RemoveAt(steps.Length - 1) : steps;
        steps = steps.Add(new FactStep(place, "No USER follows this FROM, so the base image decides."));
        if (root.BaseContext is not null)
        {
            EffectiveContainer? other =
                ResolvedBuild.FindServiceContext(stage) is { } name && depth < AnalysisBudget.MaxNamespaceChain
                    ? project.FindContainer(name)
                    : null;
            if (other is null)
            {
                return Unknown(steps);
            }

            ContainerUser inherited = FindOfImage(other, depth + 1);
            return new ContainerUser(With(inherited.Value, steps), With(inherited.IsRoot, steps), inherited.DropsBy)
            {
                Word = inherited.Word,
            };
        }

        BaseImageUser user = BaseImageUsers.GetDefaultUser(root);
        string? program = user switch
        {
            BaseImageUser.DropsRoot => BaseImageUsers.FindDroppingProgram(root),
            BaseImageUser.Root => PrivilegeDrop.Find(build.Model!, stage)
                ?? PrivilegeDrop.FindServer(build.Model!, stage),
            _ => null,
        };
        return Create(user, root.IsFromScratch ? Certainty.Known : Certainty.Default, steps, program);
    }

    /// <summary>The steps to another service's image, and those from there on.</summary>
    private static EffectiveFact<T> With<T>(EffectiveFact<T> fact, ImmutableArray<FactStep> before) =>
        new(fact.ValueOr(default), fact.Certainty, before.AddRange(fact.Steps), fact.DisplayText);

    private static ContainerUser FindOfReference(
        Service service,
        Fact<string>? reference,
        ImmutableArray<FactStep> steps
    )
    {
        if (reference is not { } text)
        {
            return Unknown(steps);
        }

        steps = steps.Set(service, text.Span);
        return text.TryGetValue(out string? name) && ImageReference.TryParse(name) is { } image
            ? Create(
                BaseImageUsers.GetDefaultUser(image),
                Certainty.Default,
                steps,
                BaseImageUsers.FindDroppingProgram(image) is { Length: > 0 } program ? program : null
            )
            : Unknown(steps);
    }

    private static ContainerUser Create(
        BaseImageUser user,
        Certainty certainty,
        ImmutableArray<FactStep> steps,
        string? program
    ) =>
        user switch
        {
            BaseImageUser.Root or BaseImageUser.DropsRoot => new ContainerUser(
                new EffectiveFact<UserSpecification>(Root, certainty, steps),
                new EffectiveFact<bool>(value: true, certainty, steps),
                program
            ),
            BaseImageUser.Administrator => new ContainerUser(
                new EffectiveFact<UserSpecification>(
                    new UserSpecification("ContainerAdministrator", Group: null),
                    certainty,
                    steps
                ),
                new EffectiveFact<bool>(value: true, certainty, steps)
            ),
            BaseImageUser.Unprivileged => new ContainerUser(
                new EffectiveFact<UserSpecification>(null, Certainty.Unknown, steps),
                new EffectiveFact<bool>(value: false, Certainty.Default, steps)
            ),
            _ => Unknown(steps),
        };

    private static ContainerUser Unknown(ImmutableArray<FactStep> steps) =>
        new(
            new EffectiveFact<UserSpecification>(null, Certainty.Unknown, steps),
            new EffectiveFact<bool>(value: false, Certainty.Unknown, steps)
        );
}

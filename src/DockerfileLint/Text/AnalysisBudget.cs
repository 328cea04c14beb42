namespace DockerfileLint.Text;

/// <summary>
/// How much the analysis spends on a file or a project before it gives something up: all limits in one place. Real
/// files stay far below each; they keep hostile ones from costing more than their length explains. Immutable.
/// </summary>
/// <remarks>
/// What a caller may want to change is a property. What keeps the stack or a table in bounds, and what only shortens a
/// message, is a constant. A property takes any positive number unless it says otherwise.
/// </remarks>
public sealed record AnalysisBudget
{
    // Files and texts

    /// <summary>
    /// Length of a symbolic link's way to its file, in links. Beyond, the file counts as unreadable (DL9001,
    /// <see cref="UnreadableReason.LinkLoop"/>).
    /// </summary>
    internal const int MaxLinks = 40;

    /// <summary>
    /// Names among which a misspelt one is looked for. Beyond, the message suggests none.
    /// </summary>
    internal const int MaxSuggestionCandidates = 256;

    /// <summary>
    /// Length of a name that may be misspelt, in UTF-16 code units. Beyond, the message suggests none.
    /// </summary>
    internal const int MaxSuggestionLength = 64;

    // Syntax of Dockerfiles

    /// <summary>
    /// Searches for the terminator of a here-document that run to the end of the file in vain. Beyond, a here-document
    /// without a body at once counts as unterminated (DL1000), and its lines are read as instructions.
    /// </summary>
    internal const int MaxFailedHeredocs = 32;

    /// <summary>
    /// Arrays and objects around a value of an argument in JSON, in levels. Beyond, the argument is no JSON and is read
    /// as a command line.
    /// </summary>
    internal const int MaxJsonDepth = 256;

    // Syntax of scripts

    /// <summary>
    /// Compound commands, substitutions and quotes around a command, in levels. Beyond, the rest of the script is one
    /// literal, and the script has an error.
    /// </summary>
    internal const int MaxShellDepth = 256;

    /// <summary>Errors of one script. Beyond, no further ones are kept.</summary>
    internal const int MaxShellErrors = 100;

    /// <summary>
    /// Length of an arithmetic expression in which the end is looked for, in UTF-16 code units. Beyond, the sign that
    /// opens it is text.
    /// </summary>
    internal const int MaxShellExpressionLength = 4096;

    /// <summary>
    /// Length of an array's index in which the end is looked for, in UTF-16 code units. Beyond, the bracket is text.
    /// </summary>
    internal const int MaxShellIndexLength = 256;

    // Syntax of YAML

    /// <summary>
    /// Mappings and sequences around a node, in levels; what walks over nodes recurses as deep. Beyond, the part of the
    /// file is skipped (DC1000).
    /// </summary>
    internal const int MaxYamlDepth = 256;

    /// <summary>
    /// Problems of one file. Beyond, one last diagnostic (DC1000) says so and the rest of the file is skipped.
    /// </summary>
    internal const int MaxYamlProblems = 100;

    /// <summary>
    /// How many times over a broken file is read in search of parts that are not broken. Beyond, the rest of the file
    /// is skipped as if it had too many problems.
    /// </summary>
    internal const int MaxYamlReadings = 12;

    /// <summary>
    /// Levels of keys that the search for parts of a broken file goes down, so that what is broken costs its own value
    /// and no more. Beyond, the value around it is skipped as a whole, and a diagnostic (DC1000) says so.
    /// </summary>
    internal const int MaxYamlRecoveryDepth = 6;

    /// <summary>
    /// Mappings that merge keys bring into one mapping. Beyond, a diagnostic (DC1000) says so and the others are left
    /// out.
    /// </summary>
    internal const int MaxMergeSources = 32;

    /// <summary>
    /// Nodes that the aliases of one file stand for. Beyond, a diagnostic (DC1000) says so and aliases stand for
    /// nothing.
    /// </summary>
    internal const int MaxAliasedNodes = 100_000;

    /// <summary>Length of a text that a message quotes, in UTF-16 code units. Beyond, it is cut.</summary>
    internal const int MaxQuoteLength = 60;

    // Semantics of Dockerfiles

    /// <summary>
    /// Stages that are built on each other. Beyond, a variable of the farther ones counts as unknown, and their user,
    /// shell and labels as not set.
    /// </summary>
    internal const int MaxStageChain = 256;

    /// <summary>
    /// Stages that are looked for above one. Beyond, the farther ones do not count as built on it.
    /// </summary>
    internal const int MaxDerivedStages = 256;

    /// <summary>ONBUILD triggers that a stage inherits. Beyond, the others are left out.</summary>
    internal const int MaxStageTriggers = 256;

    /// <summary>
    /// Length of the value that a word expands to, in UTF-16 code units. Beyond, the value is unknown.
    /// </summary>
    internal const int MaxExpandedLength = 1 << 16;

    /// <summary>Expressions with braces inside each other, in levels. Beyond, the value is unknown.</summary>
    internal const int MaxExpansionDepth = 256;

    /// <summary>
    /// Scripts such as that of <c>sh -c</c> inside each other, in levels. Beyond, the inner ones are words.
    /// </summary>
    internal const int MaxScriptDepth = 16;

    /// <summary>
    /// Length of a Dockerfile up to the end of the last instruction whose script is read, in UTF-16 code units. Beyond,
    /// instructions count as having none, and a notification (DL9007) says so.
    /// </summary>
    internal const int MaxScriptedLength = 1 << 21;

    /// <summary>
    /// Length of the commands of a Dockerfile that run such scripts, in UTF-16 code units, each as often as it is read;
    /// an instruction has a share by its length. Beyond its share, the inner scripts are words, which no file up to 256
    /// KB can come to, and a notification (DL9007) says so.
    /// </summary>
    internal const int MaxNestedScriptLength = 1 << 22;

    /// <summary>
    /// Programs such as <c>sudo</c> that run each other in one command. Beyond, the command counts as that of the last.
    /// </summary>
    internal const int MaxWrapperDepth = 16;

    /// <summary>
    /// Commands before and behind one in which rules look for what goes with it. Beyond, nothing is found.
    /// </summary>
    internal const int MaxNeighbourCommands = 400;

    /// <summary>
    /// Length of a word beside whose findings its variables without a value are named, in UTF-16 code units. Beyond,
    /// the findings stand alone.
    /// </summary>
    internal const int MaxExplainedLength = 4096;

    /// <summary>
    /// Length of the path of the folder that the commands of a script work in, in UTF-16 code units. Beyond, the folder
    /// is unknown.
    /// </summary>
    internal const int MaxFolderLength = 1024;

    /// <summary>
    /// Sources of one COPY that are held against what later commands change. Beyond, that COPY is left out.
    /// </summary>
    internal const int MaxComparedSources = 8;

    /// <summary>Mounts of one RUN. Beyond, the others are left out.</summary>
    internal const int MaxScriptMounts = 64;

    /// <summary>
    /// Codes that the comments <c># shellcheck disable=…</c> of one script name. Beyond, the others hide nothing.
    /// </summary>
    internal const int MaxShellDirectives = 256;

    /// <summary>
    /// Length of a path in a build context, and of a pattern for one, in UTF-16 code units. Beyond, nothing is known of
    /// what excludes it; a pattern of a <c>.gitignore</c> of such a length matches nothing.
    /// </summary>
    internal const int MaxContextPathLength = 4096;

    /// <summary>
    /// Length of a <c>.dockerignore</c>, in UTF-16 code units. Beyond, nothing is known of what it excludes; a
    /// <c>.gitignore</c> of such a length ignores nothing.
    /// </summary>
    internal const int MaxIgnoreFileLength = 256 * 1024;

    /// <summary>
    /// Comparisons of the paths of one Dockerfile with the patterns of its <c>.dockerignore</c>, in steps; each path
    /// has an equal share. Beyond its share, nothing is known of what excludes it. A walk over folders has as many for
    /// its <c>.gitignore</c> files; beyond, these ignore nothing more.
    /// </summary>
    internal const long MaxIgnoreFileSteps = 200_000_000;

    /// <summary>
    /// What each path that a walk finds adds to the steps of its <c>.gitignore</c> files. Beyond all of them, these
    /// ignore nothing more.
    /// </summary>
    internal const long MaxIgnoreStepsPerPath = 50_000;

    /// <summary>
    /// Length of a token's header that is looked at for the form of a credential, in UTF-16 code units. Beyond, it is
    /// no credential.
    /// </summary>
    internal const int MaxCredentialHeaderLength = 1024;

    /// <summary>
    /// Length of a token's part that is looked at for the form of a credential, in UTF-16 code units. Beyond, the part
    /// counts as ended.
    /// </summary>
    internal const int MaxCredentialPartLength = 8192;

    // Semantics of Compose files

    /// <summary>Values inside each other that are merged, in levels. Beyond, the later one wins as a whole.</summary>
    internal const int MaxMergeDepth = 256;

    /// <summary>
    /// Expressions with braces inside each other, in levels. Beyond, the expression counts as malformed.
    /// </summary>
    internal const int MaxInterpolationDepth = 256;

    /// <summary>
    /// What variables may add to one text, in UTF-16 code units. Beyond, they stay as they are written and the text is
    /// unknown.
    /// </summary>
    internal const int MaxInterpolationGrowth = 1 << 20;

    /// <summary>
    /// Length of a variable's value in an environment file, in UTF-16 code units. Beyond, the value is unknown.
    /// </summary>
    internal const int MaxEnvironmentValueLength = 1 << 16;

    /// <summary>
    /// What each variable of an environment file takes of the characters that the variables of a project may put in.
    /// Beyond all of them, variables are unknown, and a notification (DL9007) says so.
    /// </summary>
    internal const int MaxEnvironmentVariableCost = 64;

    /// <summary>
    /// Services that extend each other in a row. Beyond, a diagnostic (DC1004) says so and the base is left out.
    /// </summary>
    internal const int MaxExtendsDepth = 32;

    /// <summary>
    /// Services that share a namespace with each other in a row. Beyond, it is unknown whose namespace it is.
    /// </summary>
    internal const int MaxNamespaceChain = 64;

    /// <summary>
    /// Services of one project, those of its included files among them. Beyond, they are not judged, the project counts
    /// as incomplete, and a notification (DL9007) says so.
    /// </summary>
    internal const int MaxServices = 5_000;

    /// <summary>
    /// Length of the files that a project includes or extends, and of the environment files that these have for
    /// themselves, each as often as it is read in another way, in UTF-16 code units. Beyond, files are left out, the
    /// project counts as incomplete, and a notification (DL9007) says so.
    /// </summary>
    internal const int MaxLoadedLength = 1 << 18;

    /// <summary>
    /// The same for a project whose own files are empty; each of their characters adds some. Beyond, files are left
    /// out, as many small projects may include one large file.
    /// </summary>
    internal const int MaxBaseLoadedLength = 1 << 16;

    /// <summary>
    /// What a character of a project's own files adds to the length of what they include. Beyond all of them, files are
    /// left out.
    /// </summary>
    internal const int MaxLoadedFactor = 64;

    /// <summary>
    /// Length of the services of included files that a project changes, by its variables, definitions or further
    /// files, in UTF-16 code units. Beyond, they are judged as they are written alone, and a notification (DL9007) says
    /// so.
    /// </summary>
    internal const int MaxIncludedLength = 1 << 17;

    /// <summary>
    /// Folders, from that of a Dockerfile upwards, in which a Compose project that builds it is looked for. Beyond, the
    /// Dockerfile is judged as if no service were built from it.
    /// </summary>
    internal const int MaxConsumerFolders = 6;

    /// <summary>
    /// Different builds of one Dockerfile that services ask for. Beyond, nothing is known of what further ones make.
    /// </summary>
    internal const int MaxBuilds = 64;

    /// <summary>
    /// Paths of an image that its build fills. Beyond, mounts over further ones are not reported.
    /// </summary>
    internal const int MaxFilledPaths = 256;

    /// <summary>
    /// Published ports of a service that are looked for in its Dockerfile. Beyond, further ones are not reported.
    /// </summary>
    internal const int MaxSearchedPorts = 64;

    /// <summary>
    /// Included and extended files whose own projects are asked whether they say a finding already. Beyond, the project
    /// that brings them in says it in any case.
    /// </summary>
    internal const int MaxAskedProjects = 50;

    /// <summary>
    /// Folders above a Compose file in which a project is looked for that includes it. Beyond, none counts as such.
    /// </summary>
    internal const int MaxOuterFolders = 64;

    /// <summary>
    /// Length of such a project's file, in UTF-16 code units. Beyond, it counts as including nothing.
    /// </summary>
    internal const int MaxOuterLength = 1 << 17;

    /// <summary>Circles of dependencies that are reported in one project. Beyond, they are left out.</summary>
    internal const int MaxReportedCycles = 10;

    /// <summary>Steps of a circle that a message names. Beyond, it has an ellipsis.</summary>
    internal const int MaxShownSteps = 8;

    /// <summary>Keys that a message lists as allowed. Beyond, it lists none.</summary>
    internal const int MaxListedKeys = 10;

    /// <summary>
    /// Levels of a service in which the place is looked for that takes a value from elsewhere. Beyond, a finding has no
    /// related location.
    /// </summary>
    internal const int MaxUseDepth = 4;

    /// <summary>
    /// Nodes of a service among which that place is looked for. Beyond, a finding has no related location.
    /// </summary>
    internal const int MaxUseNodes = 2_000;

    // Rules and what comes behind them

    /// <summary>Stages of one name that hide each other. Beyond, the earlier ones are not looked at.</summary>
    internal const int MaxShadowedStages = 256;

    /// <summary>
    /// Stages before a FROM in which its ARG is looked for. Beyond, the message does not say where it is declared.
    /// </summary>
    internal const int MaxArgumentStages = 16;

    /// <summary>Missing labels that a message lists. Beyond, it has an ellipsis.</summary>
    internal const int MaxListedLabels = 100;

    /// <summary>Variables of a scope among which a misspelt one is looked for. Beyond, they are not compared.</summary>
    internal const int MaxSuggestedVariables = 64;

    /// <summary>
    /// Files that a configuration extends, itself included. Beyond, it is invalid (DL9003).
    /// </summary>
    internal const int MaxConfigurationFiles = 32;

    /// <summary>
    /// Configuration files that extend each other, in levels. Beyond, the configuration is invalid (DL9003).
    /// </summary>
    internal const int MaxConfigurationDepth = 8;

    /// <summary>
    /// Length of a configuration file, in UTF-16 code units. Beyond, the configuration is invalid (DL9003).
    /// </summary>
    internal const int MaxConfigurationLength = 1 << 20;

    /// <summary>Entries of a list in a configuration. Beyond, it is invalid (DL9003).</summary>
    internal const int MaxConfigurationEntries = 1_000;

    /// <summary>
    /// Patterns of trusted images that an image is compared with. Beyond, a pattern trusts nothing.
    /// </summary>
    internal const int MaxTrustedImagePatterns = 1_000;

    /// <summary>Length of an image or a pattern of trusted images. Beyond, the image is not trusted.</summary>
    internal const int MaxTrustedImageLength = 1_024;

    /// <summary>
    /// Comparisons of one path with the patterns of a configuration, in steps. Beyond, the patterns that are left do
    /// not match it.
    /// </summary>
    internal const long MaxPathPatternSteps = 1_000_000;

    /// <summary>Ports of a project that each further one is compared with. Beyond, they are not compared.</summary>
    internal const int MaxComparedPorts = 256;

    /// <summary>
    /// Findings of one run of the command line. Beyond, those of the files that follow are left out, and a notification
    /// (DL9007) says so.
    /// </summary>
    internal const int MaxRunFindings = 1_000_000;

    /// <summary>Other places that a finding names. Beyond, they are left out.</summary>
    internal const int MaxRelatedLocations = 100;

    /// <summary>
    /// Pairs of words that are compared to prove what a fix does to an instruction. Beyond, the fix is refused.
    /// </summary>
    internal const int MaxComparedWords = 4_000_000;

    /// <summary>
    /// How often a file is mended and judged again, since a fix may make room for another one. Beyond, findings are
    /// left as they are.
    /// </summary>
    internal const int MaxFixPasses = 8;

    /// <summary>
    /// Length of a script that ShellCheck is given, in UTF-16 code units. Beyond, it is not, and a notification
    /// (DL9007) says so.
    /// </summary>
    internal const int MaxShellCheckScriptLength = 1 << 16;

    /// <summary>
    /// Length of the scripts that one process of ShellCheck is given, in UTF-16 code units. Beyond, another one gets
    /// the others.
    /// </summary>
    internal const int MaxShellCheckBatchLength = 1 << 18;

    /// <summary>
    /// Time that ShellCheck may take in a run, in seconds; each script adds to it. Beyond, the scripts that are left
    /// are not judged, and notifications (DL9007) say so.
    /// </summary>
    internal const int MaxShellCheckSeconds = 60;

    /// <summary>
    /// What each script adds to the time of ShellCheck, in milliseconds. Beyond, see the limit of the run.
    /// </summary>
    internal const int MaxShellCheckMillisecondsPerScript = 100;

    /// <summary>Variables that ShellCheck is told of with each script. Beyond, it takes them for unassigned.</summary>
    internal const int MaxShellCheckVariables = 256;

    /// <summary>
    /// Bytes of a path that git keeps, where systems allow a few thousand. Beyond, the list of what git tracks counts
    /// as unreadable, and everything as tracked.
    /// </summary>
    internal const int MaxTrackedPathLength = 1 << 16;

    /// <summary>
    /// Bytes of one of the files in which git keeps its branches and remotes. Beyond, a report does not name the
    /// commit.
    /// </summary>
    internal const int MaxRepositoryFileLength = 4 << 20;

    private readonly int _maxFileLength = 16 * 1024 * 1024;
    private readonly int _maxInstructions = 50_000;
    private readonly int _maxWords = 1 << 18;
    private readonly int _maxYamlNodes = 500_000;
    private readonly int _maxExpandedCharacters = 1 << 24;
    private readonly int _maxMergedEntries = 100_000;
    private readonly int _maxProjectFiles = 500;
    private readonly int _maxIncludeDepth = 64;
    private readonly int _maxFindings = 20_000;

    /// <summary>The budget that the command line uses.</summary>
    public static AnalysisBudget Default { get; } = new();

    /// <summary>
    /// Length of a file, in bytes where it is read from a disk and in UTF-16 code units where it is given as a text; 16
    /// Mi by default. Beyond, nothing of it is read, and a notification (DL9001) says so.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive, or above 1 Gi.</exception>
    public int MaxFileLength
    {
        get => _maxFileLength;
        init => _maxFileLength = Check(value, nameof(MaxFileLength), 1 << 30);
    }

    /// <summary>
    /// Instructions of a Dockerfile; 50,000 by default, where real files have at most some hundreds. Beyond, the rest
    /// of the file is not read, and a notification (DL9007) says so.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    public int MaxInstructions
    {
        get => _maxInstructions;
        init => _maxInstructions = Check(value, nameof(MaxInstructions));
    }

    /// <summary>
    /// Words of all instructions of a Dockerfile, those of scripts left out; 262,144 by default, where real files have
    /// at most some thousand. Beyond, the rest of the file is not read, and a notification (DL9007) says so.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    public int MaxWords
    {
        get => _maxWords;
        init => _maxWords = Check(value, nameof(MaxWords));
    }

    /// <summary>
    /// Nodes of a YAML file; 500,000 by default. Beyond, a diagnostic (DC1000) says so, and the file counts as empty.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    public int MaxYamlNodes
    {
        get => _maxYamlNodes;
        init => _maxYamlNodes = Check(value, nameof(MaxYamlNodes));
    }

    /// <summary>
    /// What the variables of a Dockerfile put in, in UTF-16 code units, and the steps of their patterns; 16 Mi by
    /// default: once for all values of ARG and ENV, and once for all other words, each of which has an equal share.
    /// Beyond, values are unknown, so that rules say nothing of them.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    public int MaxExpandedCharacters
    {
        get => _maxExpandedCharacters;
        init => _maxExpandedCharacters = Check(value, nameof(MaxExpandedCharacters));
    }

    /// <summary>
    /// Entries and items that merging touches in one Compose project; 100,000 by default, where real projects have a
    /// few thousand. Beyond, later values win as a whole, and the project counts as incomplete, so that rules do not
    /// say what is missing.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    public int MaxMergedEntries
    {
        get => _maxMergedEntries;
        init => _maxMergedEntries = Check(value, nameof(MaxMergedEntries));
    }

    /// <summary>
    /// Readings of files that a Compose project includes or extends, where one file may be read many times; 500 by
    /// default. Beyond, files are not read, the project counts as incomplete, and a notification (DL9005) says so.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    public int MaxProjectFiles
    {
        get => _maxProjectFiles;
        init => _maxProjectFiles = Check(value, nameof(MaxProjectFiles));
    }

    /// <summary>
    /// Compose files that include each other in a row, at most 256; 64 by default. Beyond, a file is left out and the
    /// project counts as incomplete.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive, or above 256.</exception>
    public int MaxIncludeDepth
    {
        get => _maxIncludeDepth;
        init => _maxIncludeDepth = Check(value, nameof(MaxIncludeDepth), 256);
    }

    /// <summary>
    /// Findings of one file, suppressed ones included; 20,000 by default. Beyond, the least severe ones are left out,
    /// and a notification (DL9007) says so. As many comments that suppress findings are read, each name in them
    /// counted, too; beyond, they suppress nothing, and a notification (DL9007) says where.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    public int MaxFindings
    {
        get => _maxFindings;
        init => _maxFindings = Check(value, nameof(MaxFindings));
    }

    private static int Check(int value, string name, int highest = int.MaxValue) =>
        value > 0 && value <= highest
            ? value
            : throw new ArgumentOutOfRangeException(name, value, "The number is not in the range of this limit.");
}

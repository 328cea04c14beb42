using System.Text;

namespace DockerfileLint.Reporting;

/// <summary>A standard that rules are classified by, with the titles of the entries that rules refer to.</summary>
internal sealed class SarifTaxonomy
{
    private readonly string _prefix;
    private readonly string _words;
    private readonly Dictionary<string, string> _titles;

    private SarifTaxonomy(
        string name,
        string version,
        string organization,
        string description,
        string informationUri,
        string prefix,
        string words,
        Dictionary<string, string> titles
    )
    {
        Name = name;
        Version = version;
        Organization = organization;
        Description = description;
        InformationUri = informationUri;
        _prefix = prefix;
        _words = words;
        _titles = titles;
    }

    /// <summary>The weakness enumeration. Ids keep the prefix, by which consumers find the number.</summary>
    internal static SarifTaxonomy Cwe { get; } =
        new(
            "CWE",
            "4.14",
            "MITRE",
            "The Common Weakness Enumeration.",
            "https://cwe.mitre.org/",
            prefix: "CWE-",
            words: "Weakness",
            new Dictionary<string, string>
            {
                ["20"] = "Improper input validation",
                ["22"] = "Path traversal",
                ["77"] = "Command injection",
                ["78"] = "OS command injection",
                ["94"] = "Code injection",
                ["200"] = "Exposure of sensitive information to an unauthorized actor",
                ["214"] = "Invocation of process using visible sensitive information",
                ["250"] = "Execution with unnecessary privileges",
                ["256"] = "Plaintext storage of a password",
                ["259"] = "Use of hard-coded password",
                ["266"] = "Incorrect privilege assignment",
                ["269"] = "Improper privilege management",
                ["276"] = "Incorrect default permissions",
                ["284"] = "Improper access control",
                ["295"] = "Improper certificate validation",
                ["306"] = "Missing authentication for critical function",
                ["311"] = "Missing encryption of sensitive data",
                ["312"] = "Cleartext storage of sensitive information",
                ["319"] = "Cleartext transmission of sensitive information",
                ["321"] = "Use of hard-coded cryptographic key",
                ["345"] = "Insufficient verification of data authenticity",
                ["347"] = "Improper verification of cryptographic signature",
                ["353"] = "Missing support for integrity check",
                ["400"] = "Uncontrolled resource consumption",
                ["426"] = "Untrusted search path",
                ["427"] = "Uncontrolled search path element",
                ["440"] = "Expected behavior violation",
                ["459"] = "Incomplete cleanup",
                ["489"] = "Active debug code",
                ["494"] = "Download of code without integrity check",
                ["497"] = "Exposure of sensitive system information to an unauthorized control sphere",
                ["522"] = "Insufficiently protected credentials",
                ["526"] = "Cleartext storage of sensitive information in an environment variable",
                ["532"] = "Insertion of sensitive information into log file",
                ["538"] = "Insertion of sensitive information into externally accessible file or directory",
                ["552"] = "Files or directories accessible to external parties",
                ["561"] = "Dead code",
                ["573"] = "Improper following of specification by caller",
                ["610"] = "Externally controlled reference to a resource in another sphere",
                ["665"] = "Improper initialization",
                ["668"] = "Exposure of resource to wrong sphere",
                ["693"] = "Protection mechanism failure",
                ["703"] = "Improper check or handling of exceptional conditions",
                ["710"] = "Improper adherence to coding standards",
                ["732"] = "Incorrect permission assignment for critical resource",
                ["770"] = "Allocation of resources without limits or throttling",
                ["778"] = "Insufficient logging",
                ["779"] = "Logging of excessive data",
                ["798"] = "Use of hard-coded credentials",
                ["829"] = "Inclusion of functionality from untrusted control sphere",
                ["862"] = "Missing authorization",
                ["1104"] = "Use of unmaintained third party components",
                ["1188"] = "Initialization of a resource with an insecure default",
                ["1327"] = "Binding to an unrestricted IP address",
                ["1357"] = "Reliance on insufficiently trustworthy component",
                ["1395"] = "Dependency on vulnerable third-party component",
            }
        );

    /// <summary>The benchmark for Docker hosts, images and containers.</summary>
    internal static SarifTaxonomy Cis { get; } =
        new(
            "CIS Docker Benchmark",
            "1.8.0",
            "Center for Internet Security",
            "The CIS Docker Benchmark.",
            "https://www.cisecurity.org/benchmark/docker",
            prefix: "",
            words: "Section",
            new Dictionary<string, string>
            {
                ["4.1"] = "A user for the container",
                ["4.2"] = "Trusted base images only",
                ["4.3"] = "No unnecessary packages",
                ["4.4"] = "Images scanned and rebuilt with patches",
                ["4.5"] = "Content trust enabled",
                ["4.6"] = "Health check in the image",
                ["4.7"] = "No package index update on its own",
                ["4.8"] = "No setuid and setgid permissions",
                ["4.9"] = "COPY instead of ADD",
                ["4.10"] = "No secrets in Dockerfiles",
                ["4.11"] = "Verified packages only",
                ["4.12"] = "Signed artifacts validated",
                ["5.1"] = "No swarm mode without need",
                ["5.2"] = "AppArmor profile in force",
                ["5.3"] = "SELinux options set",
                ["5.4"] = "Kernel capabilities restricted",
                ["5.5"] = "No privileged containers",
                ["5.6"] = "No sensitive host directories mounted",
                ["5.7"] = "No SSH daemon in containers",
                ["5.8"] = "No privileged ports mapped",
                ["5.9"] = "Needed ports only",
                ["5.10"] = "Network namespace of its own",
                ["5.11"] = "Memory limited",
                ["5.12"] = "CPU priority set",
                ["5.13"] = "Read-only root filesystem",
                ["5.14"] = "Ports bound to one interface",
                ["5.15"] = "Restarts bounded",
                ["5.16"] = "Process namespace of its own",
                ["5.17"] = "IPC namespace of its own",
                ["5.18"] = "No host devices exposed",
                ["5.19"] = "Resource limits of processes set",
                ["5.20"] = "No shared mount propagation",
                ["5.21"] = "UTS namespace of its own",
                ["5.22"] = "Default seccomp profile in force",
                ["5.23"] = "No privileged exec",
                ["5.24"] = "No exec as root",
                ["5.25"] = "Cgroup of its own",
                ["5.26"] = "No additional privileges",
                ["5.27"] = "Health checked at run time",
                ["5.28"] = "Latest version of images",
                ["5.29"] = "Number of processes limited",
                ["5.30"] = "No use of the default bridge",
                ["5.31"] = "User namespace of its own",
                ["5.32"] = "No engine socket mounted",
            }
        );

    /// <summary>The container security guide of NIST.</summary>
    internal static SarifTaxonomy Nist { get; } =
        new(
            "NIST SP 800-190",
            "2017",
            "NIST",
            "NIST Special Publication 800-190, Application Container Security Guide.",
            "https://csrc.nist.gov/pubs/sp/800/190/final",
            prefix: "",
            words: "Section",
            new Dictionary<string, string>
            {
                ["3.1.1"] = "Image vulnerabilities",
                ["3.1.2"] = "Image configuration defects",
                ["3.1.3"] = "Embedded malware",
                ["3.1.4"] = "Embedded clear text secrets",
                ["3.1.5"] = "Use of untrusted images",
                ["3.4.1"] = "Vulnerabilities within the runtime software",
                ["3.4.2"] = "Unbounded network access from containers",
                ["3.4.3"] = "Insecure container runtime configurations",
                ["3.4.4"] = "Application vulnerabilities",
                ["3.4.5"] = "Rogue containers",
                ["3.5.1"] = "Large attack surface",
                ["3.5.2"] = "Shared kernel",
                ["3.5.3"] = "Host operating system component vulnerabilities",
                ["3.5.4"] = "Improper user access rights",
                ["3.5.5"] = "Host file system tampering",
                ["4.4.4"] = "Countermeasures for application vulnerabilities",
            }
        );

    /// <summary>The Docker cheat sheet of OWASP.</summary>
    internal static SarifTaxonomy Owasp { get; } =
        new(
            "OWASP Docker Security Cheat Sheet",
            "2024",
            "OWASP",
            "The Docker Security Cheat Sheet of the OWASP Cheat Sheet Series.",
            "https://cheatsheetseries.owasp.org/cheatsheets/Docker_Security_Cheat_Sheet.html",
            prefix: "",
            words: "Rule",
            new Dictionary<string, string>
            {
                ["0"] = "Host and engine up to date",
                ["1"] = "Engine socket not exposed",
                ["2"] = "A user set",
                ["3"] = "Capabilities limited",
                ["4"] = "Privilege escalation prevented",
                ["5"] = "Connectivity between containers bounded",
                ["5a"] = "Published ports and host firewalls",
                ["6"] = "Linux security modules in use",
                ["7"] = "Resources limited",
                ["8"] = "Filesystems and volumes read-only",
                ["9"] = "Images scanned in the pipeline",
                ["10"] = "Log level of the engine",
                ["11"] = "Rootless mode",
                ["12"] = "Secrets managed by the engine",
                ["13"] = "Supply chain secured",
            }
        );

    internal string Name { get; }

    internal string Version { get; }

    internal string Organization { get; }

    internal string Description { get; }

    internal string InformationUri { get; }

    /// <summary>The id of an entry, as rules refer to it in the log.</summary>
    internal string GetId(string entry) => _prefix + entry;

    /// <summary>The title of an entry: a phrase.</summary>
    internal string GetTitle(string entry) =>
        _titles.TryGetValue(entry, out string? title) ? title : $"{_words} {entry}";

    /// <summary>The title as one identifier in Pascal case.</summary>
    internal string GetName(string entry)
    {
        var name = new StringBuilder();
        bool upper = true;
        foreach (char c in GetTitle(entry))
        {
            if (char.IsLetterOrDigit(c))
            {
                name.Append(upper ? char.ToUpperInvariant(c) : c);
            }

            upper = !char.IsLetterOrDigit(c);
        }

        return name.ToString();
    }
}

using DockerfileLint.Diagnostics;

namespace DockerfileLint.Analysis;

/// <summary>Counts over the files of a run.</summary>
public sealed class LintTotals
{
    private readonly int[] _findings = new int[(int)Severity.Error + 1];

    /// <summary>Number of files, unreadable ones included.</summary>
    public int Files { get; private set; }

    /// <summary>Number of files with at least one finding that counts.</summary>
    public int FilesWithFindings { get; private set; }

    /// <summary>Number of findings that a comment or a configuration suppresses.</summary>
    public int Suppressed { get; private set; }

    /// <summary>Number of findings that a baseline has.</summary>
    public int Baselined { get; private set; }

    /// <summary>
    /// Number of findings that count and have a fix, proven or not; 0 where the caller did not ask for fixes.
    /// </summary>
    public int Fixable { get; private set; }

    /// <summary>Number of those whose fix may change what is built or run.</summary>
    public int UnsafelyFixable { get; private set; }

    /// <summary>Number of things that could not be analysed: unreadable files, crashed rules.</summary>
    public int Failures { get; private set; }

    /// <summary>Number of files that were found and left out: ignored by git, or excluded.</summary>
    public int SkippedFiles { get; private set; }

    /// <summary>Number of folders that were left out with all that they hold.</summary>
    public int SkippedFolders { get; private set; }

    /// <summary>Number of findings that count, of all severities.</summary>
    public int Findings => _findings.Sum();

    /// <summary>Number of findings that count, of one severity.</summary>
    public int Count(Severity severity) => _findings[(int)severity];

    /// <summary>Number of findings that count at <paramref name="severity"/> or above.</summary>
    public int CountAtOrAbove(Severity severity)
    {
        int count = 0;
        for (int i = (int)severity; i < _findings.Length; i++)
        {
            count += _findings[i];
        }

        return count;
    }

    /// <summary>Adds what was found and left out.</summary>
    /// <param name="files">Number of files, not negative.</param>
    /// <param name="folders">Number of folders whose content is not known, not negative.</param>
    public void AddSkipped(int files, int folders)
    {
        SkippedFiles += files;
        SkippedFolders += folders;
    }

    /// <summary>Adds a file.</summary>
    public void Add(FileResult result)
    {
        if (result is null)
        {
            throw new ArgumentNullException(nameof(result));
        }

        Files++;
        bool any = false;
        foreach (Finding finding in result.Findings)
        {
            if (finding.Suppression is not null)
            {
                Suppressed++;
                continue;
            }

            if (!finding.IsCounted)
            {
                Baselined++;
                continue;
            }

            any = true;
            _findings[(int)finding.Severity]++;
            Fixable += finding.Fixability is null ? 0 : 1;
            UnsafelyFixable += finding.Fixability == FixApplicability.Unsafe ? 1 : 0;
        }

        FilesWithFindings += any ? 1 : 0;
        foreach (Notification notification in result.Notifications)
        {
            Failures += notification.Severity == Severity.Error ? 1 : 0;
        }
    }
}

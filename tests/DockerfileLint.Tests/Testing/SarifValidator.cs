using FluentAssertions;

namespace DockerfileLint.Tests.Testing;

/// <summary>The validator of the format's authors, where there are shared files.</summary>
internal static class SarifValidator
{
    /// <summary>Passes where the validator has nothing to remark, and where it is not there.</summary>
    internal static void Verify(byte[] log)
    {
        if (!SharedFiles.Exist)
        {
            return;
        }

        string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.sarif");
        try
        {
            File.WriteAllBytes(file, log);
            SharedFiles
                .Run("python3", SharedFiles.GetPath("tools/sarif-check"), file)
                .Should()
                .Be($"{file}: 0 errors, 0 warnings, 0 notes\n");
        }
        finally
        {
            File.Delete(file);
        }
    }
}

namespace Qingdan.Platform.Files;

/// <summary>A file for what is made whole before its first byte is sent, or must be read back and forth.</summary>
public static class TemporaryFile
{
    private const int Buffer = 64 * 1024;

    /// <summary>A new one, seekable, gone when it is closed or the process ends.</summary>
    public static FileStream Open(FileOptions options = FileOptions.None)
    {
        var file = new FileStream(Path.Combine(Path.GetTempPath(), $"qingdan-{Guid.CreateVersion7():n}"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, Buffer, FileOptions.DeleteOnClose | options);
        // A process that is killed closes nothing: where the system allows it the name goes at once, and the bytes with the last who has it open.
        if (!OperatingSystem.IsWindows()) File.Delete(file.Name);
        return file;
    }
}

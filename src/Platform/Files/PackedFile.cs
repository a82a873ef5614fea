using System.IO.Compression;
using System.Text;

namespace Qingdan.Platform.Files;

/// <summary>A zip that came from somebody: a workbook, a document, a collection of returns.</summary>
public static class PackedFile
{
    // The record every zip ends with.
    private const int EndRecord = 22;

    /// <summary>Opens it for reading and leaves the stream open. Throws <see cref="InvalidDataException"/> where it is no zip, too short to be one included, which the runtime answers otherwise.</summary>
    /// <param name="content">Seekable.</param>
    /// <param name="names">How names are written where the zip does not say; null for the usual.</param>
    public static ZipArchive Open(Stream content, Encoding? names = null) => content.Length < EndRecord
        ? throw new InvalidDataException("Too short for a zip.")
        : new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true, names);
}

using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Reading;

namespace Qingdan.Standards.LegalBases.Importing;

/// <summary>Reads a file with laws, whatever its kind. The stream must be seekable; it is left open.</summary>
internal static class ReadLawFile
{
    /// <summary>The laws, or all faults.</summary>
    public static Result<IReadOnlyList<ReadLaw>> Run(Stream stream, string name)
    {
        if (LawJson.IsJson(stream)) return Read(LawJson.Read(stream));
        var inspected = SheetFile.Inspect(stream, Path.GetFileName(name));
        if (!inspected.TryGet(out var inspection)) return inspected.As<IReadOnlyList<ReadLaw>>();
        try
        {
            return Read(LawTable.Read(stream, inspection));
        }
        catch (SheetException unreadable)
        {
            return unreadable.Fault;
        }
    }

    private static Result<IReadOnlyList<ReadLaw>> Read((List<LawText> Laws, List<Fault> Faults) file) => LawReading.Of(file.Laws, file.Faults);
}

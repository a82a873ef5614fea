using Microsoft.AspNetCore.Http;
using Qingdan.Platform.Files;
using Qingdan.Platform.Sheets.Writing;

namespace Qingdan.Records.Rounds;

/// <summary>A workbook as the answer of a page or of the API.</summary>
internal static class WorkbookAnswer
{
    /// <summary>Whole before the first byte: a workbook that breaks off is worse than none.</summary>
    public static async Task<IResult> Whole(string name, Func<Stream, Task> write)
    {
        var file = TemporaryFile.Open();
        await write(file);
        file.Position = 0;
        return Of(name, file);
    }

    /// <summary>One that is whole already.</summary>
    public static IResult Of(string name, Stream content) => Results.File(content, SheetWriter.MediaType(TableFormat.Xlsx), name);
}

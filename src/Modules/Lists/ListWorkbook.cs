using Microsoft.AspNetCore.Http;
using Qingdan.Platform.Files;
using Qingdan.Platform.Sheets.Writing;

namespace Qingdan.Lists;

/// <summary>A workbook as the answer of a page, whole before its first byte.</summary>
internal static class ListWorkbook
{
    public static async Task<IResult> Answer(SheetSpec spec, IAsyncEnumerable<IReadOnlyList<object?>> rows, string name, CancellationToken cancel)
    {
        var file = TemporaryFile.Open();
        await SheetWriter.WriteWorkbook(file, [new(spec, rows)], cancel);
        file.Position = 0;
        return Results.File(file, SheetWriter.MediaType(TableFormat.Xlsx), name);
    }
}

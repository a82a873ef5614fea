using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Qingdan.Platform.Sheets.Reading;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;

namespace Qingdan.Platform.Sheets.Writing;

/// <summary>A table answered as a file: <c>format</c> xlsx, csv or json; <c>view=print</c> for the version with title and issuing body.</summary>
public static class TableFile
{
    /// <summary>Sends the file that <paramref name="write"/> makes; a list too long for a workbook is refused, which is known before the first byte is sent.</summary>
    public static async Task<IResult> Send(HttpContext http, string name, TimeProvider clock, Func<TableFormat, bool, Stream, Task> write)
    {
        var query = new QueryState(http);
        var format = Enum.TryParse<TableFormat>(query["format"], true, out var asked) && Enum.IsDefined(asked) ? asked : TableFormat.Xlsx;
        http.Response.ContentType = SheetWriter.MediaType(format);
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}-{Shown.Day(clock.Today())}.{format.ToString().ToLowerInvariant()}\"";
        http.Features.Get<IHttpBodyControlFeature>()?.AllowSynchronousIO = true;
        try
        {
            await write(format, query["view"] == "print", http.Response.Body);
            return Microsoft.AspNetCore.Http.Results.Empty;
        }
        catch (SheetException refused) when (!http.Response.HasStarted)
        {
            http.Response.Clear();
            return Pages.Problem([refused.Fault]);
        }
    }
}

using System.Text;
using Microsoft.AspNetCore.Http;
using Qingdan.Platform.Sheets.Writing;
using Qingdan.Platform.Results;
using Qingdan.Platform.Sheets.Reading;
using Xunit;

namespace Qingdan.Tests.Unit.Sheets;

public sealed class TableFileTests
{
    [Fact]
    public async Task A_list_too_long_for_a_workbook_is_refused_on_a_page()
    {
        var http = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
        var answer = await TableFile.Send(http, "demands", TimeProvider.System, (_, _, _) => throw new SheetException(new Fault("sheet.too-long-to-write", "超过。", null, FaultKind.TooLarge)));
        Assert.Equal(StatusCodes.Status413PayloadTooLarge, Assert.IsType<IStatusCodeHttpResult>(answer, exactMatch: false).StatusCode);
        Assert.False(http.Response.Headers.ContainsKey("Content-Disposition"));
    }

    [Fact]
    public async Task The_file_is_named_after_the_list_and_the_day()
    {
        var http = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
        http.Request.QueryString = new QueryString("?format=csv");
        await TableFile.Send(http, "demands", TimeProvider.System, async (_, _, body) => await body.WriteAsync(Encoding.UTF8.GetBytes("甲")));
        Assert.Matches("demands-\\d{4}-\\d{2}-\\d{2}\\.csv", $"{http.Response.Headers.ContentDisposition}");
        Assert.Equal(3, http.Response.Body.Length);
    }
}

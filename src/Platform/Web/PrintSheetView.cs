using Microsoft.AspNetCore.Http;

namespace Qingdan.Platform.Web;

/// <summary>A table on paper, translated. The sheet gives the numbers of the rows.</summary>
/// <param name="Path">The page it is printed from; its workbook is <c>Path/export</c>.</param>
/// <param name="Title">What it is.</param>
/// <param name="Subline">Issuing body and date.</param>
/// <param name="Heads">The columns.</param>
/// <param name="Rows">The cells; at most <see cref="Most"/> rows.</param>
/// <param name="Total">How many there are in all.</param>
public sealed record PrintSheetView(string Path, string Title, string Subline, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows, long Total)
{
    /// <summary>Rows on a sheet for people: whoever needs more takes the workbook.</summary>
    public const int Most = 2_000;

    /// <summary>The page, with the filter of the request.</summary>
    public string Back(HttpRequest request) => $"{Path}{request.QueryString}";

    /// <summary>The print version as a workbook, with the filter of the request.</summary>
    public string Workbook(HttpRequest request) => $"{Path}/export{request.QueryString.Add("format", "xlsx").Add("view", "print")}";
}

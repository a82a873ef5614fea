using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Documents;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;

namespace Qingdan.Exchange.Usage.Reports;

/// <summary>The monthly report as page, document and API, for those who look after the platform.</summary>
internal static class ReportEndpoints
{
    private const string Form = "yyyy-MM";

    private static readonly Fault NoMonth = new("exchange.report.month", "月份写成 2026-11 的样子，不能晚于本月。", "month");

    public static void MapReports(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/exchange/reports").RequireAuthorization(p => p.RequireRole(Roles.SeeAll));
        read.MapGet("", Page);
        read.MapGet("/document", Document);
        routes.MapGet("/api/v1/exchange/reports/{month}", Answer).RequireAuthorization(p => p.RequireRole(Roles.SeeAll)).WithTags("usage").Produces<MonthReport>().WithSummary("运行月报，month 写成 2026-11 / the monthly report of the exchange platform");
    }

    /// <summary>A month as it stands in addresses.</summary>
    public static string Name(DateOnly month) => month.ToString(Form, CultureInfo.InvariantCulture);

    private static DateOnly? Month(string? text, TimeProvider clock)
    {
        if (string.IsNullOrEmpty(text)) return clock.Today();
        return DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && month <= clock.Today() && month.Year > 2000 ? month : null;
    }

    private static IReadOnlyList<DateOnly> Months(TimeProvider clock) => [.. Enumerable.Range(0, 12).Select(i => clock.Today().AddMonths(-i))];

    private static async Task<IResult> Page(MonthFigures figures, TimeProvider clock, CancellationToken cancel, string? month = null) =>
        Month(month, clock) is { } day ? Pages.Ok<ReportPage>(new { View = await figures.Of(day, cancel), Months = Months(clock) }) : Pages.Problem([NoMonth]);

    private static async Task<IResult> Answer(string month, MonthFigures figures, TimeProvider clock, Translator t, CancellationToken cancel) =>
        Month(month, clock) is { } day ? Results.Ok(await figures.Of(day, cancel)) : ProblemAnswers.From([NoMonth], t);

    // In Chinese whatever the language of the pages, as all documents are.
    private static async Task<IResult> Document(MonthFigures figures, Dictionaries dictionaries, TimeProvider clock, CancellationToken cancel, string? month = null)
    {
        if (Month(month, clock) is not { } day) return Pages.Problem([NoMonth]);
        var report = await figures.Of(day, cancel);
        var chinese = new Translator(dictionaries);
        var title = chinese["{0} 年 {1} 月数据共享交换平台运行月报", report.Month.Year, report.Month.Month];
        var summary = new DocumentTable("主要数字", "", ["指标", "本月", "上月"], [.. report.Figures.Select(f => (IReadOnlyList<string>)[f.Name, Shown.Count(f.Value), Shown.Count(f.Before)])]);
        using var file = new MemoryStream();
        TablesFile.Write(new TablesDocument(title, [("统计期间", chinese["{0} 至 {1}", Shown.Day(report.Month), Shown.Day(report.Until)])], [summary, .. report.Tables.Select(t => new DocumentTable(t.Title, "", t.Heads, t.Rows))]), file);
        return Results.File(file.ToArray(), LetterFile.ContentType, $"{title}.docx");
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;
using Qingdan.Platform.Web;
using Qingdan.Standards.Calendars;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.Deadlines;
using Qingdan.Standards.Contracts.Declarations;
using Qingdan.Standards.Contracts.Rules;
using Qingdan.Standards.LegalBases;
using Qingdan.Standards.Terms;

namespace Qingdan.Standards;

/// <summary>The module's API.</summary>
internal static class StandardsApi
{
    private const int MostClauses = 50, MostQuery = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1").RequireAuthorization(policy => policy.RequireRole(Roles.Business)).WithTags("Standards");
        api.MapGet("/deadlines", Deadline).Produces<DeadlineAnswer>().WithSummary("一个期限：日期、依据、怎么数的 / a deadline: date, law, how it was counted");
        api.MapGet("/profiles", (RuleProfiles profiles) => TypedResults.Ok(profiles.All)).WithSummary("适用规则 / rule profiles");
        api.MapGet("/calendar/{year:int}", Year).Produces<YearAnswer>().WithSummary("一年的工作日历 / the working days of a year");
        api.MapGet("/legal-bases", async (string? q, LegalBasisBook book, CancellationToken cancel) =>
            TypedResults.Ok(await book.Search((q ?? "")[..Math.Min(MostQuery, q?.Length ?? 0)], MostClauses, cancel))).WithSummary("法律依据库 / clauses of laws");
        LawApi.Map(api, routes.MapGroup("/api/v1").RequireAuthorization(policy => policy.RequireRole(Roles.Authority)).WithTags("Standards"));
        api.MapGet("/declarations/{name}", (string name, DeclarationBook book, Translator t) =>
            book.Find(name).TryGet(out var found) ? TypedResults.Ok(found) : (IResult)ProblemAnswers.From(book.Find(name).Faults, t)).Produces<Declaration>().WithSummary("要素声明 / an element declaration");
        var city = routes.MapGroup("/api/v1").RequireAuthorization(policy => policy.RequireRole(Roles.City)).WithTags("Standards");
        city.MapPut("/calendar/days/{date}", SetDay).Produces<CalendarDay>().WithSummary("改一天 / set a day");
    }

    private static async Task<IResult> Deadline(string? profile, string[] timer, string? kind, string? from, bool? extended, Deadlines deadlines, Translator t, CancellationToken cancel)
    {
        if (!Day(from, "from").TryGet(out var day)) return ProblemAnswers.From(Day(from, "from").Faults, t);
        var deadline = await deadlines.Of(new DeadlineQuestion(timer, day, extended ?? false, profile, kind), cancel);
        return deadline.TryGet(out var found) ? TypedResults.Ok(DeadlineAnswer.Of(found, t)) : ProblemAnswers.From(deadline.Faults, t);
    }

    private static async Task<IResult> Year(int year, YearQuery query, Translator t, CancellationToken cancel) =>
        year is < DeadlineCount.FirstYear or > DeadlineCount.LastYear
            ? ProblemAnswers.From([new Fault("standards.calendar.year", "日历只到 {0} 年至 {1} 年。", "year", FaultKind.NotFound, $"{DeadlineCount.FirstYear}", $"{DeadlineCount.LastYear}")], t)
            : TypedResults.Ok(await query.Run(year, cancel));

    private static async Task<IResult> SetDay(string date, DayForm form, SetCalendarDay set, Actor actor, Translator t, CancellationToken cancel)
    {
        if (!Day(date, "date").TryGet(out var day)) return ProblemAnswers.From(Day(date, "date").Faults, t);
        var result = await set.Run(day, form, actor, cancel);
        return result.TryGet(out var changed) ? TypedResults.Ok(changed) : ProblemAnswers.From(result.Faults, t);
    }

    /// <summary>A day as the API writes it.</summary>
    internal static Result<DateOnly> Day(string? text, string field) =>
        TypedDay.Read(text) is { } day
            ? day : new Fault("standards.date", "日期应写成 2026-11-26 的样子。", field);
}

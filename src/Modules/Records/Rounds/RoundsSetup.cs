using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Audit;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Records.Rounds.Board;
using Qingdan.Records.Rounds.Merging;
using Qingdan.Records.Rounds.Reporting;
using Qingdan.Records.Rounds.Returns;
using Qingdan.Records.Rounds.Templates;
using Qingdan.Records.Rounds.Verbs;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Rounds;

/// <summary>Registers the 集中梳理.</summary>
internal static class RoundsSetup
{
    public static IServiceCollection AddRounds(this IServiceCollection services) => services
        .AddAuditActions(typeof(RoundAudit))
        .AddAuditWords<ReportState>(Report.AuditKind, s => s.Text()).AddAuditWords<RoundState>(Round.AuditKind, s => s.Text())
        .AddScoped<ReportTables>().AddScoped<ReportAccess>().AddScoped<ListRounds>().AddScoped<ReadBoard>().AddScoped<ITodoSource, ReportTodos>()
        .AddScoped<ShowReport>().AddScoped<ShowReportRows>().AddScoped<ReadParts>().AddScoped<ShowReceipt>().AddScoped<WriteReceipt>()
        .AddScoped<CollectReturns>().AddScoped<MergeRound>().AddScoped<ReadClosing>().AddScoped<IDemoPart, RoundDemo>()
        .AddScoped<OpenRound>().AddScoped<EditRound>().AddScoped<CloseRound>()
        .AddScoped<WriteTemplate>().AddScoped<FindReports>().AddSingleton<IVerb, RoundVerb>()
        .AddScoped<ReceiveReturn>().AddScoped<MapReturn>().AddScoped<TakeReturn>().AddScoped<DropReturn>().AddScoped<IJobHandler, ReadReturn>()
        .AddScoped<Parts>().AddScoped<FinishReport>().AddScoped<ReopenReport>().AddScoped<SignReport>().AddScoped<SignByForm>().AddScoped<DecideReport>().AddScoped<RemindReports>().AddScoped<ExpectReport>()
        .AddNav(Menu.Lists, "集中梳理", "/rounds", "calendar2-check", Roles.Business);
}

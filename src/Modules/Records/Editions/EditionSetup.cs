using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Audit;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Platform.Jobs;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts;
using Qingdan.Records.Editions.Archive;
using Qingdan.Records.Editions.Comparing;
using Qingdan.Records.Editions.Opinions;
using Qingdan.Records.Editions.Proofs;
using Qingdan.Records.Editions.Tables;
using Qingdan.Records.Editions.Verbs;
using Qingdan.Records.Editions.Viewing;
using Qingdan.Records.Editions.Writing;
using Qingdan.Standards.Contracts;

namespace Qingdan.Records.Editions;

/// <summary>Registers editions.</summary>
internal static class EditionSetup
{
    public static IServiceCollection AddEditions(this IServiceCollection services) => services
        .AddSingleton<IStoreMap, EditionMap>().AddAuditActions(typeof(EditionAudit)).AddAuditWords<EditionState>(Edition.AuditKind, s => s.Text()).AddAuditWords<Verdict>(Opinion.AuditKind, v => v.Text())
        .AddScoped<MoveEdition>().AddScoped<DrawEdition>().AddScoped<ConsultUnits>().AddScoped<DecideEdition>().AddScoped<IssueEdition>().AddScoped<IJobHandler, WriteEdition>()
        .AddScoped<WatchWriting>().AddScoped<RetryWriting>().AddScoped<AskedUnits>().AddScoped<IJobHandler, TellUnits>().AddScoped<ITodoSource, EditionTodos>().AddScoped<IDemoPart, EditionDemo>()
        .AddScoped<OpenTables>().AddScoped<WriteEditionBook>().AddScoped<EditionDocument>().AddScoped<OpinionTables>()
        .AddScoped<LineSources>().AddScoped<CompareEditions>().AddSingleton<FieldTitles>().AddScoped<ShowComparison>().AddScoped<WriteComparison>()
        .AddScoped<GiveOpinion>().AddScoped<AnswerOpinion>().AddScoped<ReadLines>().AddScoped<ProveEntry>().AddScoped<ICheckup, EditionsCheckup>()
        .AddSingleton<IVerb, EditionVerb>().AddScoped<FindNamed>().AddScoped<FindEditions>().AddScoped<ShowEdition>().AddScoped<ShowLines>()
        .AddNav(Menu.Editions, "版次", "/editions", "journals", Roles.Business);
}

using Microsoft.Extensions.DependencyInjection;
using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Contracts;
using Qingdan.Platform.Audit;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Web;
using Qingdan.Records.Contracts.Reports;
using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.LegalBases;

namespace Qingdan.Lists.Negatives;

/// <summary>Registers what belongs to the negative list.</summary>
internal static class NegativeSetup
{
    public static IServiceCollection AddNegatives(this IServiceCollection services) => services
        .AddScoped<ProposeNegative>().AddScoped<EditNegative>().AddScoped<SubmitNegative>().AddScoped<SignNegative>().AddScoped<DecideNegatives>().AddScoped<DropNegative>().AddScoped<TakeReportedNegatives>().AddScoped<IReportTable, NegativeSheet>().AddScoped<ReviewAgain>()
        .AddScoped<ClauseChoice>().AddScoped<Bans>().AddSingleton<NegativeShelf>().AddScoped<FindNegatives>().AddScoped<ShowNegative>().AddScoped<NegativeEditPages>()
        .AddAuditWords<NegativeState>(ListsAudit.NegativeKind, s => s.Text()).AddAuditWords<BanKind>(ListsAudit.NegativeKind, b => b.Text()).AddAuditWords<BasisState>(ListsAudit.NegativeKind, s => s.Text())
        .AddScoped<ExportNegatives>().AddScoped<IListExport>(services => services.GetRequiredService<ExportNegatives>())
        .AddScoped<MarkForReview>().AddScoped(p => new BasisReviews(p.GetRequiredService<MarkForReview>())).AddScoped<NegativesOfLaw>().AddScoped<ILawUse>(p => p.GetRequiredService<NegativesOfLaw>())
        .AddAuditWords<ReviewCause>(ListsAudit.NegativeKind, c => c.Text())
        .AddScoped<IDemoPart, NegativeDemo>().AddScoped<ILawCitations, NegativeCitations>()
        .AddNav(Menu.Lists, "负面清单", "/lists/negatives", "slash-circle", Roles.Business);
}

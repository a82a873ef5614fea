using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts;
using Qingdan.Workflow.Meetings.Viewing;

namespace Qingdan.Workflow.Meetings;

/// <summary>Registers what belongs to meetings.</summary>
internal static class MeetingSetup
{
    public static IServiceCollection AddMeetings(this IServiceCollection services) => services
        .AddSingleton<IStoreMap, MeetingMap>().AddAuditActions(typeof(MeetingAudit)).AddAuditWords<MeetingState>(MeetingAudit.Kind, s => s.Text())
        .AddScoped<FindMatters>().AddScoped<PlanMeeting>().AddScoped<ConcludeMeeting>().AddScoped<CancelMeeting>().AddScoped<KeepAgenda>().AddScoped<ShowMeeting>()
        .AddNav(Menu.Demands, "会商", "/workflow/meetings", "people", Roles.SeeAll);
}

/// <summary>The tables of the meetings.</summary>
internal sealed class MeetingMap : IStoreMap
{
    public void Build(ModelBuilder model)
    {
        model.Entity<Meeting>().ToTable("workflow_meetings").Property(m => m.Edit).IsConcurrencyToken();
        model.Entity<MeetingMatter>().ToTable("workflow_meeting_matters").HasKey(m => new { m.MeetingId, m.Place });
    }
}

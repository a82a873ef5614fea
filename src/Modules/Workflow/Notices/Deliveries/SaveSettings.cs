using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Audit;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;

namespace Qingdan.Workflow.Notices.Deliveries;

/// <summary>邮件设置 of the person himself.</summary>
internal sealed class SaveSettings(Store store, AuditLog audit)
{
    private static readonly string[] Languages = ["zh", "en"];

    /// <summary>How often, and in which language. What waits for a mail waits no more when none is wanted.</summary>
    public async Task<Result<Done>> Run(string mode, string language, Actor actor, CancellationToken cancel)
    {
        var faults = new List<Fault>();
        if (!Enum.TryParse<MailMode>(mode, out var wanted) || !Enum.IsDefined(wanted)) faults.Add(new("workflow.settings.mode", "请选择多久发一次邮件。", "mode"));
        if (!Languages.Contains(language)) faults.Add(new("workflow.settings.language", "请选择邮件的语言。", "language"));
        if (faults.Count > 0) return faults;
        var row = await store.Set<NoticeSettings>().SingleOrDefaultAsync(s => s.PersonId == actor.PersonId, cancel);
        if (row is null) store.Add(row = new NoticeSettings { PersonId = actor.PersonId });
        var before = new { MailMode = row.Mode, row.Language };
        (row.Mode, row.Language) = (wanted, language);
        row.Edit++;
        audit.Add(actor, DeliveryAudit.SettingsChanged, new Subject(DeliveryAudit.SettingsKind, actor.PersonId, actor.Name), before, new { MailMode = row.Mode, row.Language });
        if (wanted == MailMode.None)
            foreach (var waiting in await store.Set<Notice>().Where(n => n.PersonId == actor.PersonId && n.Mail == MailState.Waiting).ToListAsync(cancel)) waiting.Mail = MailState.None;
        return await store.TrySave(cancel) ? new Done() : new Fault("workflow.settings.changed", "您在别处刚改过邮件设置，请看现在的再改。", null, FaultKind.Conflict);
    }
}

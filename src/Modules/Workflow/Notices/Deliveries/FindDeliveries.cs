using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Web;
using Qingdan.Workflow.Notices.Deliveries.Hooks;

namespace Qingdan.Workflow.Notices.Deliveries;

/// <summary>What left the house, the newest first, with the hooks; and a person's own settings.</summary>
internal sealed class FindDeliveries(Store store, RoleHolders holders, MailOptions mail, IOrganizationDirectory organizations)
{
    private const int Size = 50;

    /// <summary>Some deliveries older than <paramref name="before"/>; 0 for the newest.</summary>
    public async Task<DeliveriesView> Page(string? tab, long before, CancellationToken cancel)
    {
        DeliveryState? state = Enum.TryParse<DeliveryState>(tab, out var one) && Enum.IsDefined(one) ? one : null;
        var rows = await store.Set<Delivery>().AsNoTracking().Where(d => (state == null || d.State == state) && (before == 0 || d.Id < before)).OrderByDescending(d => d.Id).Take(Size + 1).ToListAsync(cancel);
        var hooks = await store.Set<Hook>().AsNoTracking().OrderBy(h => h.Id).ToListAsync(cancel);
        var people = (await holders.People([.. rows.Where(d => d.Channel == Channel.Mail).Select(d => d.TargetId).Distinct()], cancel)).ToDictionary(p => p.PersonId);
        var units = await organizations.Tree(cancel);
        return new DeliveriesView(
            state?.ToString() ?? "", [.. rows.Take(Size).Select(d => Row(d, d.Channel == Channel.Mail ? To(people.GetValueOrDefault(d.TargetId)) : hooks.Find(h => h.Id == d.TargetId)?.Url ?? ""))],
            rows.Count > Size ? rows[Size - 1].Id : null, hooks.ConvertAll(h => new HookRow(h.Id, h.UnitId == 0 ? "" : units.ShortName(h.UnitId), h.Url, h.State == HookState.Active, h.Person, h.At)), mail.Host);
    }

    /// <summary>How this person is written to.</summary>
    public async Task<SettingsView> Settings(Actor actor, CancellationToken cancel)
    {
        var row = await store.Set<NoticeSettings>().AsNoTracking().SingleOrDefaultAsync(s => s.PersonId == actor.PersonId, cancel) ?? new NoticeSettings();
        var email = (await holders.People([actor.PersonId], cancel)).SingleOrDefault()?.Email ?? "";
        return new SettingsView($"{row.Mode}", row.Language, EmailMask.Of(email), mail.On, [.. Enum.GetValues<MailMode>().Select(m => new Option($"{m}", m.Text()))]);
    }

    private static string To(Recipient? person) => person is null ? "" : $"{person.Name} {EmailMask.Of(person.Email)}";

    private static DeliveryRow Row(Delivery d, string to) => new(
        d.Id, d.Channel == Channel.Mail ? "邮件" : "推送", to, d.Title, d.State.Text(), d.State.Tone(), d.Attempts, d.NextAt, d.Problem, d.Detail, d.At, d.State == DeliveryState.Failed);
}

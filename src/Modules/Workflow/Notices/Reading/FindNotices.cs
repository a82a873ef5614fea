using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.Identity;

namespace Qingdan.Workflow.Notices.Reading;

/// <summary>Notices of a person, the newest first, by keyset.</summary>
internal sealed class FindNotices(OwnNotices own)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 50;

    /// <summary>Some of them, older than <paramref name="before"/>; 0 for the newest.</summary>
    public async Task<NoticesView> Run(bool unread, long before, int most, Actor actor, CancellationToken cancel)
    {
        var people = await own.People(actor, cancel);
        var rows = await own.Of(actor, [.. people.Keys]).AsNoTracking().Where(n => (!unread || n.ReadAt == null) && (before == 0 || n.Id < before)).OrderByDescending(n => n.Id).Take(most + 1).ToListAsync(cancel);
        var shown = rows.Take(most).DistinctBy(n => n.ToldId).Select(n => new NoticeRow(
            n.Id, n.Kind.Text(), n.Urgent, n.Text, Values(n.Args), n.Href, n.At, n.ReadAt is not null, n.PersonId == actor.PersonId ? "" : people[n.PersonId])).ToList();
        return new NoticesView(shown, unread, rows.Count > most ? rows[most - 1].Id : null);
    }

    /// <summary>The values of a notice's placeholders: texts and whole numbers.</summary>
    public static IReadOnlyList<object> Values(string json) =>
        [.. JsonSerializer.Deserialize<List<JsonElement>>(json)!.Select(v => v.ValueKind == JsonValueKind.Number ? (object)v.GetInt64() : v.GetString()!)];
}

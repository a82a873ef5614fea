using System.Globalization;
using Microsoft.AspNetCore.Http;
using Qingdan.Catalog.Contracts;

namespace Qingdan.Lists.Demands;

/// <summary>Reads the form of a demand. Names of catalogue items are the catalogue's, whatever a form says.</summary>
internal sealed class DemandForm(PublishedCatalog catalog)
{
    /// <summary>What the form says.</summary>
    public async Task<DemandInput> Read(IFormCollection form, CancellationToken cancel) => new()
    {
        Name = Text(form, "name"), ProviderId = Number(form["providerId"]), Scenario = Text(form, "scenario"), BasisLevel = Text(form, "basisLevel"), BasisName = Text(form, "basisName"),
        BasisNumber = Text(form, "basisNumber"), BasisClause = Text(form, "basisClause"), Scope = Text(form, "scope"), Purpose = Text(form, "purpose"), Way = Text(form, "way"),
        Frequency = Text(form, "frequency"), StartsOn = Text(form, "startsOn"), EndsOn = Text(form, "endsOn"), Personal = Text(form, "personal"), Assessment = Text(form, "assessment"),
        Committed = form["committed"] == "true", Urgency = Text(form, "urgency"), Note = Text(form, "note"), Insist = Text(form, "insist"),
        Items = form.ContainsKey("itemName") ? Outside(form) : await Inside(form, cancel),
    };

    /// <summary>A number; 0 when it is none.</summary>
    public static long Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static List<DemandItemInput> Outside(IFormCollection form)
    {
        var (names, notes) = (form["itemName"], form["itemNote"]);
        return [.. names.Select((name, i) => new DemandItemInput(0, 0, (name ?? "").Trim(), i < notes.Count ? notes[i] ?? "" : "")).Where(i => i.Name.Length > 0)];
    }

    private async Task<IReadOnlyList<DemandItemInput>> Inside(IFormCollection form, CancellationToken cancel)
    {
        var keys = form["item"].OfType<string>().Select(k => k.Split(':')).Where(k => k.Length == 2).Select(k => (Resource: Number(k[0]), Item: Number(k[1]))).Where(k => k.Resource > 0).Distinct().ToList();
        var resources = (await catalog.Of([.. keys.Select(k => k.Resource).Distinct()], cancel)).ToDictionary(r => r.Id);
        return
        [
            .. from key in keys
               where resources.ContainsKey(key.Resource)
               let name = key.Item == 0 ? resources[key.Resource].Name : resources[key.Resource].Items.FirstOrDefault(i => i.Id == key.Item)?.Name
               where name is not null
               select new DemandItemInput(key.Resource, key.Item, name),
        ];
    }

    private static string Text(IFormCollection form, string field) => form[field].ToString();
}

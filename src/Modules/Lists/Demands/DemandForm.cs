using Microsoft.AspNetCore.Http;
using Qingdan.Standards.Contracts.Declarations;

namespace Qingdan.Lists.Demands;

/// <summary>Reads the form of a demand.</summary>
internal static class DemandForm
{
    /// <summary>What stands for 可选 behind an item.</summary>
    public const string Optional = "o";

    /// <summary>What the form says.</summary>
    public static DemandInput Read(IFormCollection form, DeclaredPart declared) => new()
    {
        Name = Text(form, "name"), ProviderId = FormNumber.Of(form["providerId"]), Scenario = Text(form, "scenario"), BasisLevel = Text(form, "basisLevel"), BasisName = Text(form, "basisName"),
        BasisNumber = Text(form, "basisNumber"), BasisClause = Text(form, "basisClause"), BasisReason = Text(form, "basisReason"), Scope = Text(form, "scope"), Regional = form["regional"] == "true", Purpose = Text(form, "purpose"), Way = Text(form, "way"),
        Frequency = Text(form, "frequency"), StartsOn = Text(form, "startsOn"), EndsOn = Text(form, "endsOn"), Personal = Text(form, "personal"), Assessment = Text(form, "assessment"),
        Committed = form["committed"] == "true", Urgency = Text(form, "urgency"), Note = Text(form, "note"), Insist = Text(form, "insist"),
        Elements = declared.Read(form),
        Items = form.ContainsKey("itemLines") ? Lines(form) : form.ContainsKey("itemName") ? Outside(form) : Inside(form),
    };

    private static List<DemandItemInput> Outside(IFormCollection form)
    {
        var (names, notes, needs) = (form["itemName"], form["itemNote"], form["itemNeed"]);
        return [.. names.Select((name, i) => new DemandItemInput(0, 0, (name ?? "").Trim(), i < notes.Count ? notes[i] ?? "" : "", i >= needs.Count || needs[i] != Optional)).Where(i => i.Name.Length > 0)];
    }

    // resource:item, and behind it, as two people's versions are chosen from, that it is optional; in the form that is a tick of its own.
    private static List<DemandItemInput> Inside(IFormCollection form)
    {
        var optional = form["optional"].ToHashSet();
        return [.. from key in form["item"].OfType<string>().SelectMany(k => k.Split(','))
            let parts = key.Split(':') where parts.Length is 2 or 3 && FormNumber.Of(parts[0]) > 0
            select new DemandItemInput(FormNumber.Of(parts[0]), FormNumber.Of(parts[1]), "", form[$"note:{parts[0]}:{parts[1]}"].ToString(), parts.Length == 2 && !optional.Contains(key))];
    }

    // One item a line, its note behind a tab: as two people's versions are chosen from.
    private static List<DemandItemInput> Lines(IFormCollection form) =>
        [.. form["itemLines"].ToString().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t', 3)).Select(p => new DemandItemInput(0, 0, p[0].Trim(), p.Length > 1 ? p[1] : "", p.Length < 3 || p[2].Trim() != Optional))];

    private static string Text(IFormCollection form, string field) => form[field].ToString();
}
